package io.rush.bench.failover;

import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import io.rush.bench.figure.FirstNumber;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Notes that it begins, takes one to five milliseconds without computing, and hands back a number. Thread-safe. */
public final class ShortTask implements TaskFunction {
    /** Name of the constant that holds the directory of the traces. */
    static final String TRACES = "traces";

    private static final double SHORTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final double SPREAD_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    private final FirstNumber first = new FirstNumber();

    @Override
    public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) {
        Path traces = Path.of(String.valueOf(context.constants().get(TRACES)));
        Traces.note(traces, context.workerId(), context.taskKey());
        double share = ((Number) xs.getOrDefault("x1", 0)).doubleValue();
        LockSupport.parkNanos((long) (SHORTEST_NANOS + share * SPREAD_NANOS));
        return first.evaluate(xs, context);
    }
}
