package io.rush.it.logs;

import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Logs {@code message} at {@code level} by {@code logger}, with a throwable if {@code throwable} names its message; then
 * ends the JVM if there is an {@code exit}.
 */
public final class Talkative implements TaskFunction {
    @Override
    public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) throws InterruptedException {
        Object throwable = xs.get("throwable");
        if (xs.containsKey("in_thread")) {
            Thread thread = new Thread(() -> log(xs, context.workerId()), "helper-of-" + context.workerId());
            thread.start();
            thread.join();
        } else if (throwable != null) {
            Exception cause = new IllegalStateException("the cause");
            Logger.getLogger((String) xs.get("logger"))
                    .log(
                            Level.parse((String) xs.get("level")),
                            (String) xs.get("message"),
                            new Exception((String) throwable, cause));
        } else {
            log(xs, context.workerId());
        }
        if (xs.containsKey("exit")) {
            System.exit(3);
        }
        return Map.of();
    }

    private static void log(Map<String, Object> xs, String workerId) {
        String message = (String) xs.get("message");
        Logger.getLogger((String) xs.get("logger"))
                .log(Level.parse((String) xs.get("level")), message.replace("<worker>", workerId));
    }
}
