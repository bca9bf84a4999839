package io.rush.examples;

import io.rush.api.Rush;
import io.rush.api.WorkerSpec;
import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.util.List;
import java.util.Map;

/** The program of the README; a test holds the two equal. */
public final class TenLines implements TaskFunction {
    @Override
    public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) {
        return Map.of("y", Math.pow((Double) xs.get("x") - 2, 2));
    }

    public static void main(String[] arguments) {
        try (Rush rush = Rush.connect("ten-lines")) {
            rush.workers().startLocal(WorkerSpec.of(TenLines.class).workers(2));
            List<String> keys = rush.tasks().push(List.of(Map.of("x", 1.0), Map.of("x", 2.5), Map.of("x", 4.0)));
            rush.tasks().await(keys);
            System.out.println(rush.archive().fetchFinished().sortedBy("y"));
        }
    }
}
