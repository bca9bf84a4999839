package io.rush.it.input;

import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.util.Map;

/** A function that no worker can create, as its class is not public. */
final class HiddenFunction implements TaskFunction {
    @Override
    public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) {
        return xs;
    }
}
