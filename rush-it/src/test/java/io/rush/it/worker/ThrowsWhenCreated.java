package io.rush.it.worker;

import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.util.Map;

/** Cannot be created. */
public final class ThrowsWhenCreated implements TaskFunction {
    public ThrowsWhenCreated() {
        throw new IllegalStateException("no model file");
    }

    @Override
    public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) {
        return xs;
    }
}
