package io.rush.it.large;

import io.rush.api.task.LargeObject;
import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.util.List;
import java.util.Map;

/** Sums the numbers of the inputs, of a constant, and of an object that a global refers to; returns long outputs. */
public final class SumOfAll implements TaskFunction {
    @Override
    public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) {
        Object loaded = context.loadLargeObject((LargeObject) context.globals().get("object"));
        long sum = sum(xs.get("numbers")) + sum(context.constants().get("numbers")) + sum(loaded);
        return Map.of("sum", sum, "text", "y".repeat(3_000));
    }

    private static long sum(Object numbers) {
        return ((List<?>) numbers).stream().mapToLong(number -> (long) number).sum();
    }
}
