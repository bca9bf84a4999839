package io.rush.bench;

import io.rush.bench.figure.Lab;
import io.rush.bench.figure.Sizes;
import io.rush.bench.scale.ScaleTables;

/**
 * Measures what operations cost Redis, simulates many workers and compares them with a model. Ends with exit code 0, or 1
 * if tasks were missing or doubled.
 */
public final class Scale {
    private static final String STORE = "jedis";
    private static final int TASKS = 20_000;

    private Scale() {}

    /** Takes the number of workers (1000) and the seconds of each observation (10). */
    public static void main(String[] arguments) {
        int workers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        try (Lab lab = Lab.open(STORE, new Sizes(TASKS, TASKS))) {
            new ScaleTables(lab, workers, seconds).print(System.out);
        }
    }
}
