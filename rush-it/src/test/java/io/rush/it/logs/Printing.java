package io.rush.it.logs;

import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.util.Map;

/** Prints to both outputs. */
public final class Printing implements TaskFunction {
    @Override
    public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) {
        System.out.println("output of " + context.workerId());
        System.err.println("error of " + context.workerId());
        return Map.of();
    }
}
