package io.rush.bench;

import io.rush.bench.failover.FailoverSettings;
import java.nio.file.Path;
import java.time.Duration;

/** What the command line of {@link Failover} asks for; not for several threads. */
final class FailoverOptions {
    static final String USAGE = """
            --rounds N       failovers, each with servers and workers of its own (5)
            --workers N      worker JVMs (8)
            --tasks N        tasks that are pushed at the start (20000)
            --replicas N     replicas of the primary (2)
            --down-after N   milliseconds until a sentinel takes a silent primary for dead (500)
            --cut-off N      milliseconds before its death in which the primary tells its replicas nothing (0)
            --store NAME     the store that rush uses (jedis)
            --json FILE      where the report goes as JSON (target/failover.json)""";

    private int rounds = 5;
    private int workers = 8;
    private int tasks = 20_000;
    private int replicas = 2;
    private int downAfterMillis = 500;
    private int cutOffMillis;
    private String store = "jedis";
    private Path json = Path.of("target", "failover.json");

    private FailoverOptions() {}

    /** @throws IllegalArgumentException if an argument is unknown, lacks its value or has a bad one */
    static FailoverOptions parse(String... arguments) {
        FailoverOptions options = new FailoverOptions();
        Arguments left = new Arguments(arguments);
        while (!left.isEmpty()) {
            options.take(left.name(), left);
        }
        return options;
    }

    private void take(String name, Arguments left) {
        switch (name) {
            case "--rounds" -> rounds = left.positive(name);
            case "--workers" -> workers = left.positive(name);
            case "--tasks" -> tasks = left.positive(name);
            case "--replicas" -> replicas = left.positive(name);
            case "--down-after" -> downAfterMillis = left.positive(name);
            case "--cut-off" -> cutOffMillis = left.atLeast(0, name);
            case "--store" -> store = left.value(name);
            case "--json" -> json = Path.of(left.value(name));
            default -> throw new IllegalArgumentException("unknown argument " + name + "; there are\n" + USAGE);
        }
    }

    int rounds() {
        return rounds;
    }

    FailoverSettings settings() {
        return new FailoverSettings(
                store, workers, tasks, replicas, Duration.ofMillis(downAfterMillis), Duration.ofMillis(cutOffMillis));
    }

    Path json() {
        return json;
    }
}
