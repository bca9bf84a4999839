package io.rush.core.task;

import io.rush.api.error.TaskStateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tasks that belong to a worker, each with its attempt. Thread-safe: one caller alone hands in a task. */
final class HeldTasks {
    private final Map<String, String> attempts = new ConcurrentHashMap<>();

    void add(String key, String attempt) {
        attempts.put(key, attempt);
    }

    /**
     * Claims tasks for handing them in.
     *
     * @return their attempts in the order of the keys
     * @throws TaskStateException if one is not held or occurs twice; none is claimed then
     */
    List<String> claim(List<String> keys) {
        List<String> claimed = new ArrayList<>(keys.size());
        for (String key : keys) {
            String attempt = attempts.remove(key);
            if (attempt == null) {
                putBack(keys, claimed);
                throw new TaskStateException("task " + key + " does not belong to this worker: hand in each task once,"
                        + " after pop or pushRunning gave it to this handle");
            }
            claimed.add(attempt);
        }
        return claimed;
    }

    /** Takes back claims whose handing in came to nothing: those of the first keys. */
    void putBack(List<String> keys, List<String> claimed) {
        for (int i = 0; i < claimed.size(); i++) {
            attempts.put(keys.get(i), claimed.get(i));
        }
    }
}
