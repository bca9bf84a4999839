package io.rush.bench;

import io.rush.bench.figure.FigureEntry;
import io.rush.bench.figure.Figures;
import io.rush.bench.figure.Sizes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
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
        Deque<String> left = new ArrayDeque<>(List.of(arguments));
        while (!left.isEmpty()) {
            options.take(left.pop(), left);
        }
        return options;
    }

    private void take(String name, Deque<String> left) {
        switch (name) {
            case "--rounds" -> rounds = positive(name, left);
            case "--warm-up" -> warmUpSeconds = atLeast(0, name, left);
            case "--tasks" -> tasks = positive(name, left);
            case "--large" -> large = positive(name, left);
            case "--store" -> store = value(name, left);
            case "--only" -> figures = chosen(value(name, left));
            case "--json" -> json = Path.of(value(name, left));
            case "--list" -> listed = true;
            default -> throw new IllegalArgumentException("unknown argument " + name + "; there are\n" + USAGE);
        }
    }

    private static String value(String name, Deque<String> left) {
        if (left.isEmpty() || left.peek().startsWith("--")) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return left.pop();
    }

    private static int positive(String name, Deque<String> left) {
        return atLeast(1, name, left);
    }

    private static int atLeast(int least, String name, Deque<String> left) {
        String value = value(name, left);
        try {
            int number = Integer.parseInt(value);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(name + " needs a number, not '" + value + "'", noNumber);
        }
        throw new IllegalArgumentException(name + " needs a number of " + least + " or more, not " + value);
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
