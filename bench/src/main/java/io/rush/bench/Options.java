package io.rush.bench;

import io.rush.bench.figure.FigureEntry;
import io.rush.bench.figure.Figures;
import io.rush.bench.figure.Sizes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What the command line asks for; not for several threads. */
final class Options {
    static final String USAGE = """
            --rounds N       rounds that count (5)
            --warm-up N      seconds of rounds before them, at least one round (10)
            --tasks N        number of tasks where there are many (100000)
            --large N        number of tasks of the large archive (1000000)
            --only A,B,...   these figures alone
            --store NAME     the store that rush uses (jedis)
            --json FILE      where the report goes as JSON (target/end-to-end.json)
            --list           say what figures there are, and measure none""";

    private int rounds = 5;
    private int warmUpSeconds = 10;
    private int tasks = 100_000;
    private int large = 1_000_000;
    private String store = "jedis";
    private List<FigureEntry> figures = Figures.all();
    private Path json = Path.of("target", "end-to-end.json");
    private boolean listed;

    private Options() {}

    /** @throws IllegalArgumentException if an argument is unknown, lacks its value or has a bad one */
    static Options parse(String... arguments) {
        Options options = new Options();
        Arguments left = new Arguments(arguments);
        while (!left.isEmpty()) {
            options.take(left.name(), left);
        }
        return options;
    }

    private void take(String name, Arguments left) {
        switch (name) {
            case "--rounds" -> rounds = left.positive(name);
            case "--warm-up" -> warmUpSeconds = left.atLeast(0, name);
            case "--tasks" -> tasks = left.positive(name);
            case "--large" -> large = left.positive(name);
            case "--store" -> store = left.value(name);
            case "--only" -> figures = chosen(left.value(name));
            case "--json" -> json = Path.of(left.value(name));
            case "--list" -> listed = true;
            default -> throw new IllegalArgumentException("unknown argument " + name + "; there are\n" + USAGE);
        }
    }

    private static List<FigureEntry> chosen(String names) {
        List<String> wanted = Arrays.asList(names.split(",", -1));
        List<String> known = Figures.all().stream().map(FigureEntry::name).toList();
        for (String name : wanted) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("no figure is called '" + name + "'; there are " + known);
            }
        }
        return Figures.all().stream()
                .filter(figure -> wanted.contains(figure.name()))
                .toList();
    }

    int rounds() {
        return rounds;
    }

    /** How long each figure is run before its rounds count. */
    Duration warmUp() {
        return Duration.ofSeconds(warmUpSeconds);
    }

    Sizes sizes() {
        return new Sizes(tasks, large);
    }

    String store() {
        return store;
    }

    List<FigureEntry> figures() {
        return figures;
    }

    Path json() {
        return json;
    }

    boolean isList() {
        return listed;
    }
}
