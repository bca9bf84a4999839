package io.rush.it.input;

import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.util.Map;

/** A function that every worker can create. */
public final class PublicFunction implements TaskFunction {
    @Override
    public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) {
        return xs;
    }
}
