package io.rush.it.loops;

import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Writes the id of its process into the file that the input names, and then never returns. */
public final class Held implements TaskFunction {
    @Override
    public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) throws Exception {
        Path file = Path.of((String) xs.get("file"));
        Path written = Files.writeString(
                Path.of(file + ".new"), Long.toString(ProcessHandle.current().pid()));
        Files.move(written, file);
        new CountDownLatch(1).await();
        return Map.of();
    }
}
