package io.rush.core.task;

import io.rush.api.error.TaskStateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tasks that a worker was given, each with its attempt. Thread-safe: one caller alone hands in a task. */
final class HeldTasks {
    private final Map<String, String> attempts = new ConcurrentHashMap<>();

    void add(String key, String attempt) {
        attempts.put(key, attempt);
    }

    /**
     * Claims the tasks of results for handing these in.
     *
     * @throws TaskStateException if one is not held or occurs twice; none is claimed then
     */
    List<ClaimedResult> claim(List<EncodedResult> results) {
        List<ClaimedResult> claimed = new ArrayList<>(results.size());
        for (EncodedResult result : results) {
            String attempt = attempts.remove(result.key());
            if (attempt == null) {
                putBack(claimed);
                throw new TaskStateException(
                        "task " + result.key() + " does not belong to this worker: hand in each task"
                                + " once, after pop, pushRunning or a feed gave it to this handle");
            }
            claimed.add(new ClaimedResult(result, attempt));
        }
        return claimed;
    }

    /** Takes back claims whose handing in came to nothing. */
    void putBack(List<ClaimedResult> claimed) {
        claimed.forEach(result -> attempts.put(result.key(), result.attempt()));
    }
}
