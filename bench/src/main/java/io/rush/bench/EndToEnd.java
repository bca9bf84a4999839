package io.rush.bench;

import io.rush.bench.figure.Figure;
import io.rush.bench.figure.FigureEntry;
import io.rush.bench.figure.Lab;
import io.rush.bench.report.Line;
import io.rush.bench.report.Machine;
import io.rush.bench.report.Report;
import io.rush.bench.report.Sample;
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
    private static final String REMARK =
            "Median of the rounds (least..greatest), a ratio for each round. Rush and its floor take turns within each"
                    + " round; nothing is pinned to a core.";

    private EndToEnd() {}

    /** See {@link Options#USAGE}. */
    public static void main(String[] arguments) {
        Program.run("EndToEnd", () -> Options.parse(arguments), EndToEnd::run);
    }

    private static void run(Options options) {
        if (options.isList()) {
            options.figures().forEach(figure -> System.out.println(figure.name() + ": " + figure.summary()));
            return;
        }
        try (Lab lab = Lab.open(options.store(), options.sizes())) {
            Report report = new Report(facts(options, lab), measure(options, lab));
            report.print(System.out, REMARK);
            report.write(System.out, options.json());
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
}
