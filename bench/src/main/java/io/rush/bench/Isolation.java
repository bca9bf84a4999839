package io.rush.bench;

import io.rush.bench.figure.Lab;
import io.rush.bench.figure.Sizes;
import io.rush.bench.isolation.IsolationRounds;
import io.rush.bench.report.Machine;
import io.rush.bench.report.MarkdownTable;
import io.rush.bench.report.Report;
import io.rush.bench.report.Sample;
import java.util.ArrayList;
import java.util.List;

/** Measures what it costs to evaluate tasks in child JVMs, and prints a table. Ends with an error if a task is not finished. */
public final class Isolation {
    private static final String STORE = "jedis";
    private static final int ROUNDS = 5;

    private Isolation() {}

    /** Takes the number of rounds (5). */
    public static void main(String[] arguments) {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
        try (Lab lab = Lab.open(STORE, new Sizes(1, 1));
                IsolationRounds isolation = IsolationRounds.open(lab)) {
            List<List<Sample>> rounds = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                rounds.add(isolation.round());
            }
            Machine.facts().forEach((name, value) -> System.out.println(name + ": " + value));
            System.out.println();
            System.out.println(MarkdownTable.of(Report.lines("isolation", rounds)));
        }
    }
}
