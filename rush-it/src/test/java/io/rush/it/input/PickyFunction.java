package io.rush.it.input;

import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.util.Map;

/** A function that no worker can create, as its constructor wants to know something. */
public final class PickyFunction implements TaskFunction {
    private final String name;

    public PickyFunction(String name) {
        this.name = name;
    }

    @Override
    public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) {
        return Map.of("name", name);
    }
}
