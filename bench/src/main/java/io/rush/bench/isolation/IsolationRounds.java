package io.rush.bench.isolation;

import io.rush.bench.figure.EmptyProgram;
import io.rush.bench.figure.Lab;
import io.rush.bench.report.Bar;
import io.rush.bench.report.Quantity;
import io.rush.bench.report.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The ways to evaluate a task beside each other, and beside JVMs that do nothing. For one thread. */
public final class IsolationRounds implements AutoCloseable {
    private static final int WARM_UP = 25;
    private static final int EMPTY = 10;
    private static final int FRESH = 20;
    private static final int REUSED = 5_000;
    private static final int LONG = 8;
    private static final long LONG_MILLIS = 500;
    private static final double MILLIS = 1e3;
    private static final double NANOS_A_SECOND = 1e9;

    private static final String JVMS = "empty JVMs, one after the other";
    private static final String WITHOUT_SPARE = "the same without a spare";
    private static final Bar AT_MOST_HALF = Bar.atMostTimesTheFloor(0.5);
    private static final Bar TEN_TIMES = Bar.atLeastTimesTheFloor(10);

    private final Way fresh;
    private final Way withoutSpare;
    private final Way withoutArchive;
    private final Way reused;
    private final Way inProcess;

    private IsolationRounds(Lab lab) {
        this.fresh = Way.open(lab, "fresh", "process", Map.of());
        this.withoutSpare = Way.open(lab, "without-spare", "process", Map.of("spare", false));
        this.withoutArchive =
                Way.open(lab, "without-archive", "process", Map.of("spare", false, "classDataSharing", false));
        this.reused = Way.open(lab, "reused", "process", Map.of("tasksPerChild", 0));
        this.inProcess = Way.open(lab, "inprocess", "inprocess", Map.of());
    }

    /** Starts a worker for each way and has each of them do some tasks, so that they have what they build up. */
    public static IsolationRounds open(Lab lab) {
        IsolationRounds rounds = new IsolationRounds(lab);
        for (Way way : List.of(rounds.fresh, rounds.withoutSpare, rounds.withoutArchive)) {
            way.seconds(WARM_UP, Map.of());
        }
        for (Way way : List.of(rounds.reused, rounds.inProcess)) {
            way.seconds(REUSED, Map.of());
        }
        return rounds;
    }

    /** Every way once. */
    public List<Sample> round() {
        double jvms = 1 / emptyJvm();
        double freshRate = 1 / fresh.seconds(FRESH, Map.of());
        double reusedRate = 1 / reused.seconds(REUSED, Map.of());
        return List.of(
                rate("fresh child, no spare, no shared classes", 1 / withoutArchive.seconds(FRESH, Map.of()), jvms),
                rate("fresh child, no spare", 1 / withoutSpare.seconds(FRESH, Map.of()), jvms),
                rate("fresh child", freshRate, jvms),
                Sample.of(
                        Quantity.of("reused child: no-op tasks", "tasks/s", "a fresh child for each", TEN_TIMES),
                        reusedRate,
                        freshRate),
                Sample.of(
                        Quantity.of("inprocess: no-op tasks", "tasks/s", "a reused child", Bar.NONE),
                        1 / inProcess.seconds(REUSED, Map.of()),
                        reusedRate),
                longTasks("that sleep 500 ms", Pause.SLEEP),
                longTasks("that compute 500 ms", Pause.COMPUTE));
    }

    private static Sample rate(String what, double ours, double jvms) {
        return Sample.of(Quantity.of(what + ": no-op tasks", "tasks/s", JVMS, Bar.NONE), ours, jvms);
    }

    private Sample longTasks(String what, String name) {
        return Sample.of(
                Quantity.of("fresh child: cost beyond tasks " + what, "ms/task", WITHOUT_SPARE, AT_MOST_HALF),
                beyond(fresh, name),
                beyond(withoutSpare, name));
    }

    private static double beyond(Way way, String name) {
        return way.seconds(LONG, Map.of(name, LONG_MILLIS)) * MILLIS - LONG_MILLIS;
    }

    private static double emptyJvm() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                java, "-classpath", System.getProperty("java.class.path"), EmptyProgram.class.getName());
        long start = System.nanoTime();
        try {
            for (int i = 0; i < EMPTY; i++) {
                builder.start().onExit().join();
            }
        } catch (IOException noProcess) {
            throw new UncheckedIOException(noProcess);
        }
        return (System.nanoTime() - start) / NANOS_A_SECOND / EMPTY;
    }

    @Override
    public void close() {
        List.of(fresh, withoutSpare, withoutArchive, reused, inProcess).forEach(Way::close);
    }
}
