package io.rush.bench.figure;

import io.rush.api.Rush;
import io.rush.api.StopMode;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.bench.report.Bar;
import io.rush.bench.report.Quantity;
import io.rush.bench.report.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Two local worker JVMs until both are registered; the floor is two JVMs that run an empty program. */
final class WorkerStart implements Figure {
    private static final int WORKERS = 2;
    private static final double MICROS_A_SECOND = 1e6;
    private static final Quantity TIME = Quantity.of(
            "start of two worker JVMs until both are registered", "s", "two empty JVMs, start to end", Bar.atMost(0.6));

    private final Rush rush;

    WorkerStart(Lab lab) {
        this.rush = lab.connect("worker-start");
    }

    @Override
    public List<Sample> round() {
        double floor = Timer.micros(WorkerStart::runEmptyPrograms);
        double ours = Timer.micros(() -> DeliveryException.requireEqual(
                "workers", WORKERS, rush.workers().startLocal(spec()).size()));
        List<String> stopped = rush.workers().stop(StopMode.KILL, rush.workers().ids());
        rush.workers().awaitStopped(stopped, Duration.ofMinutes(1));
        rush.reset();
        return List.of(Sample.of(TIME, ours / MICROS_A_SECOND, floor / MICROS_A_SECOND));
    }

    private static WorkerSpec spec() {
        return WorkerSpec.of(FirstNumber.class).workers(WORKERS).kind(WorkerKind.PROCESS);
    }

    private static void runEmptyPrograms() {
        List<Process> programs =
                Stream.generate(WorkerStart::emptyProgram).limit(WORKERS).toList();
        programs.forEach(program -> program.onExit().join());
    }

    private static Process emptyProgram() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = System.getProperty("java.class.path");
        try {
            return new ProcessBuilder(java, "-classpath", path, EmptyProgram.class.getName()).start();
        } catch (IOException noProcess) {
            throw new UncheckedIOException(noProcess);
        }
    }

    @Override
    public void close() {
        rush.close();
    }
}
