package io.rush.bench.isolation;

import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.util.Map;

/** Sleeps or computes for as many milliseconds as its inputs say; without any it does nothing. */
public final class Pause implements TaskFunction {
    static final String SLEEP = "sleep_ms";
    static final String COMPUTE = "compute_ms";

    private static final long NANOS = 1_000_000;
    private static final int STEPS = 1_000;

    @Override
    public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) throws InterruptedException {
        Thread.sleep(millis(xs, SLEEP));
        return Map.of("y", compute(millis(xs, COMPUTE)));
    }

    private static long millis(Map<String, Object> xs, String name) {
        return (long) xs.getOrDefault(name, 0L);
    }

    private static double compute(long millis) {
        long end = System.nanoTime() + millis * NANOS;
        double sum = 0;
        while (System.nanoTime() < end) {
            for (int step = 1; step <= STEPS; step++) {
                sum += Math.sin(step) / step;
            }
        }
        return sum;
    }
}
