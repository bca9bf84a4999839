package io.rush.it.loops;

import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.util.Map;

/** Multiplies its input by the constant {@code factor}. */
public final class Product implements TaskFunction {
    @Override
    public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) {
        long factor = (long) context.constants().get("factor");
        return Map.of("y", (long) xs.get("x") * factor, "by", context.workerId());
    }
}
