package io.rush.bench;

import io.rush.bench.figure.Figure;
import io.rush.bench.figure.FigureEntry;
import io.rush.bench.figure.Lab;
import io.rush.bench.report.JsonText;
import io.rush.bench.report.Line;
import io.rush.bench.report.Machine;
import io.rush.bench.report.MarkdownTable;
import io.rush.bench.report.Report;
import io.rush.bench.report.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures rush against bare Redis, prints a table and writes JSON. Ends with exit code 0 whatever the times are, 1 if
 * tasks or results were missing, doubled or wrong, 2 if the arguments are bad.
 */
public final class EndToEnd {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private EndToEnd() {}

    /** See {@link Options#USAGE}. */
    public static void main(String[] arguments) {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException bad) {
            end(MISUSED, bad);
            return;
        }
        try {
            run(options);
        } catch (RuntimeException failure) {
            end(FAILED, failure);
        }
    }

    private static void end(int exitCode, RuntimeException cause) {
        System.err.println("EndToEnd failed: " + cause.getMessage());
        System.exit(exitCode);
    }

    private static void run(Options options) {
        if (options.isList()) {
            options.figures().forEach(figure -> System.out.println(figure.name() + ": " + figure.summary()));
            return;
        }
        try (Lab lab = Lab.open(options.store(), options.sizes())) {
            Report report = new Report(facts(options, lab), measure(options, lab));
            print(report);
            write(options.json().toAbsolutePath(), JsonText.of(report));
        }
    }

    private static List<Line> measure(Options options, Lab lab) {
        List<Line> lines = new ArrayList<>();
        for (FigureEntry entry : options.figures()) {
            System.err.println("measuring " + entry.name() + ": " + entry.summary());
            try (Figure figure = entry.opening().apply(lab)) {
                lines.addAll(Report.lines(entry.name(), rounds(figure, options)));
            }
        }
        return lines;
    }

    private static List<List<Sample>> rounds(Figure figure, Options options) {
        warmUp(figure, options.warmUp());
        List<List<Sample>> rounds = new ArrayList<>();
        for (int i = 0; i < options.rounds(); i++) {
            rounds.add(figure.round());
        }
        return rounds;
    }

    /** Rush is run for days: what counts is code that the JVM has compiled, on both sides. */
    private static void warmUp(Figure figure, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        do {
            figure.round();
        } while (System.nanoTime() < end);
    }

    private static Map<String, Object> facts(Options options, Lab lab) {
        Map<String, Object> facts = Machine.facts();
        facts.put("redis", lab.redisVersion());
        facts.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("store", options.store());
        facts.put("rounds", options.rounds());
        facts.put("warm_up_seconds", options.warmUp().toSeconds());
        facts.put("tasks", options.sizes().tasks());
        facts.put("large", options.sizes().large());
        return facts;
    }

    private static void print(Report report) {
        report.facts().forEach((name, value) -> System.out.println(name + ": " + value));
        System.out.println();
        System.out.println(MarkdownTable.of(report.lines()));
        System.out.println();
        System.out.println(
                "Median of the rounds (least..greatest), a ratio for each round. Rush and its floor take turns"
                        + " within each round; nothing is pinned to a core.");
    }

    private static void write(Path file, String json) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, json);
            System.out.println("As JSON, with the value of every round: " + file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
