package io.rush.it.worker;

import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Squares its input and tells which evaluation of its worker this is, from 1. */
public final class CountedSquare implements TaskFunction {
    private final AtomicLong evaluations = new AtomicLong();

    @Override
    public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) {
        long x = (long) xs.get("x");
        return Map.of("y", x * x, "evaluation", evaluations.incrementAndGet());
    }
}
