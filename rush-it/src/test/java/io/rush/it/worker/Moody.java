package io.rush.it.worker;

import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.util.List;
import java.util.Map;

/** Does what its input asks for, which is mostly wrong. */
public final class Moody implements TaskFunction {
    @Override
    public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) {
        return switch ((String) xs.get("mood")) {
            case "throw" -> throw new IllegalStateException("no convergence");
            case "null" -> null;
            case "object" -> Map.of("model", List.of(new Object()));
            default -> Map.of("y", 1L);
        };
    }
}
