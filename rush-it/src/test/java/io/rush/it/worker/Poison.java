package io.rush.it.worker;

import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.util.Map;

/** Returns its inputs, but ends the process of its worker at once if {@code x} is negative. */
public final class Poison implements TaskFunction {
    @Override
    public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) {
        if ((long) xs.get("x") < 0) {
            Runtime.getRuntime().halt(3);
        }
        return xs;
    }
}
