package io.rush.it.worker;

import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ends its JVM in the way that {@code how} says, or waits at the gate of {@link Gated}. */
public final class Fatal implements TaskFunction {
    private static final int MEGABYTE = 1 << 20;

    @Override
    public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) throws InterruptedException {
        switch ((String) xs.get("how")) {
            case "halt" -> Runtime.getRuntime().halt(9);
            case "memory" -> fillMemory();
            default -> new Gated().evaluate(xs, context);
        }
        return Map.of("y", 1L);
    }

    private static void fillMemory() {
        List<byte[]> kept = new ArrayList<>();
        while (kept.size() < Integer.MAX_VALUE) {
            kept.add(new byte[MEGABYTE]);
        }
    }
}
