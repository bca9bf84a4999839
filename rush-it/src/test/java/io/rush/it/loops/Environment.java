package io.rush.it.loops;

import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.util.Map;

/** Returns the environment of its process and its command line as texts. */
public final class Environment implements TaskFunction {
    @Override
    public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) {
        return Map.of(
                "environment", System.getenv().toString(),
                "arguments",
                        String.join(
                                " ", ProcessHandle.current().info().arguments().orElse(new String[0])));
    }
}
