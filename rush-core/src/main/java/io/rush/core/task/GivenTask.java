package io.rush.core.task;

import io.rush.api.task.TaskResult;
import io.rush.core.large.StoredValues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The task that a feed gave out last. Its result is handed in under the attempt of this feed, even if another thread of the
 * worker was given the same task anew meanwhile. For callers that hold the lock of the feed.
 */
final class GivenTask {
    private final Exchanges exchanges;
    private final StoredValues values;
    private @Nullable String key;
    private String attempt = "";

    GivenTask(Exchanges exchanges, StoredValues values) {
        this.exchanges = exchanges;
        this.values = values;
    }

    /** The feed gives out a task, and the worker holds it. */
    void give(TakenTask task, Attempts attempts) {
        attempt = exchanges.hold(task, attempts);
        key = task.key();
    }

    /**
     * Claims the task of a result.
     *
     * @throws io.rush.api.error.SerializationException if an output is outside the value model
     * @throws io.rush.api.error.TaskStateException if the worker does not hold it
     */
    ClaimedResult claim(TaskResult result) {
        if (!result.key().equals(key)) {
            return exchanges.claim(List.of(result)).get(0);
        }
        EncodedResult encoded = EncodedResult.of(result, values);
        key = null;
        return exchanges.held().claim(encoded, attempt);
    }
}
