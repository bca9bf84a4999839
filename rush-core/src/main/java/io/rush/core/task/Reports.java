package io.rush.core.task;

import io.rush.api.task.Refusal;
import io.rush.api.task.TransitionReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects a report task by task from the answers of scripts. Not thread-safe. */
final class Reports {
    private static final long APPLIED = 0;
    private static final Map<Long, Refusal> REFUSALS = Map.of(
            1L, Refusal.UNKNOWN,
            2L, Refusal.NOT_OWNED,
            3L, Refusal.NOT_RUNNING,
            4L, Refusal.NOT_FAILED,
            5L, Refusal.NO_RETRIES_LEFT);

    private final List<String> applied = new ArrayList<>();
    private final Map<String, Refusal> refused = new LinkedHashMap<>();

    /** Adds what a script answered for a task: 0, or the code of a refusal. */
    void add(String key, long answer) {
        if (answer == APPLIED) {
            applied.add(key);
            return;
        }
        Refusal refusal = REFUSALS.get(answer);
        if (refusal == null) {
            throw new IllegalStateException("a script answered " + answer + " for task " + key);
        }
        refused.put(key, refusal);
    }

    void applied(String key) {
        applied.add(key);
    }

    void refused(String key, Refusal refusal) {
        refused.put(key, refusal);
    }

    TransitionReport toReport() {
        return new TransitionReport(applied, refused);
    }
}
