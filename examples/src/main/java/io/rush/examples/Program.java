package io.rush.examples;

import io.rush.api.error.RushException;
import java.util.Locale;

/** Runs an example: ends with exit code 0, or with a message on standard error and exit code 1. */
final class Program {
    private static final int FAILED = 1;

    private Program() {}

    static void run(String name, Runnable steps) {
        try {
            steps.run();
        } catch (RushException failure) {
            System.err.println(name + " failed. " + failure.getMessage());
            System.exit(FAILED);
        }
    }

    static void say(String line, Object... values) {
        System.out.println(String.format(Locale.ROOT, line, values));
    }
}
