package io.rush.bench.isolation;

import io.rush.api.Rush;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.task.AwaitOutcome;
import io.rush.bench.figure.DeliveryException;
import io.rush.bench.figure.Lab;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** One worker JVM that evaluates in a certain way, in a network of its own. For one thread. */
final class Way implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final double NANOS_A_SECOND = 1e9;

    private final Rush rush;

    private Way(Rush rush) {
        this.rush = rush;
    }

    static Way open(Lab lab, String name, String loop, Map<String, ?> options) {
        Rush rush = lab.connect("isolation-" + name);
        rush.workers()
                .startLocal(WorkerSpec.of(Pause.class)
                        .kind(WorkerKind.PROCESS)
                        .loopName(loop)
                        .loopOptions(options));
        return new Way(rush);
    }

    /** Has so many tasks done and returns the seconds that one took. */
    double seconds(int tasks, Map<String, ?> xs) {
        long start = System.nanoTime();
        List<String> keys = rush.tasks().push(Collections.nCopies(tasks, xs));
        AwaitOutcome outcome = rush.tasks().await(keys, PATIENCE);
        double seconds = (System.nanoTime() - start) / NANOS_A_SECOND;
        if (outcome != AwaitOutcome.DONE || rush.tasks().counts().failed() > 0) {
            throw new DeliveryException("tasks of " + rush.networkId() + " were not all finished: " + outcome + ", "
                    + rush.tasks().counts());
        }
        return seconds / tasks;
    }

    @Override
    public void close() {
        rush.reset();
        rush.close();
    }
}
