package io.rush.core.task;

import io.rush.api.error.TaskStateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The tasks that a worker was given, each with its attempt. Thread-safe: one caller alone hands in a task. */
final class HeldTasks {
    private final Map<String, String> attempts = new ConcurrentHashMap<>();
    private final Set<HeldAttempt> superseded = ConcurrentHashMap.newKeySet();

    /** A task under an attempt that no longer runs. */
    private record HeldAttempt(String key, String attempt) {}

    /** A task may be held already: somebody failed it and had it retried, and another thread of the worker took it. */
    void add(String key, String attempt) {
        String before = attempts.put(key, attempt);
        if (before != null) {
            superseded.add(new HeldAttempt(key, before));
        }
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
                throw notHeld(result.key());
            }
            claimed.add(new ClaimedResult(result, attempt));
        }
        return claimed;
    }

    /**
     * Claims the task of a result under the attempt under which it was given out, also where the worker was given it anew
     * since.
     *
     * @throws TaskStateException if it is not held under that attempt
     */
    ClaimedResult claim(EncodedResult result, String attempt) {
        if (attempts.remove(result.key(), attempt) || superseded.remove(new HeldAttempt(result.key(), attempt))) {
            return new ClaimedResult(result, attempt);
        }
        throw notHeld(result.key());
    }

    private static TaskStateException notHeld(String key) {
        return new TaskStateException("task " + key + " does not belong to this worker: hand in each task"
                + " once, after pop, pushRunning or a feed gave it to this handle");
    }

    /** Takes back claims whose handing in came to nothing. */
    void putBack(List<ClaimedResult> claimed) {
        claimed.forEach(result -> attempts.put(result.key(), result.attempt()));
    }
}
