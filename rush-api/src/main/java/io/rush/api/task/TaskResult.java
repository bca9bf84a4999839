package io.rush.api.task;

import java.util.Map;

/** What a worker says of a task it evaluated. */
public sealed interface TaskResult {
    /** The task it speaks of. */
    String key();

    /**
     * The task has outputs.
     *
     * @param ys the outputs by name
     * @param extra values stored along with them
     */
    record Finished(String key, Map<String, ?> ys, Map<String, ?> extra) implements TaskResult {}

    /**
     * The task failed.
     *
     * @param condition why
     */
    record Failed(String key, Condition condition) implements TaskResult {}

    /** Outputs without extras. */
    static TaskResult finished(String key, Map<String, ?> ys) {
        return new Finished(key, ys, Map.of());
    }

    /** A failure. */
    static TaskResult failed(String key, Condition condition) {
        return new Failed(key, condition);
    }
}
