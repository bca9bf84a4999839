package io.rush.it.model;

import io.rush.api.task.FailureCause;
import io.rush.api.task.RetryPolicy;
import io.rush.api.task.TaskState;
import java.util.Optional;
import java.util.OptionalInt;

/** What a task should look like. */
final class ModelTask {
    final String key;
    final long x;
    final OptionalInt maxRetries;
    TaskState state = TaskState.QUEUED;
    Optional<Long> y = Optional.empty();
    Optional<FailureCause> cause = Optional.empty();
    Optional<FailureCause> lastCause = Optional.empty();
    Optional<RetryPolicy> policy = Optional.empty();
    Optional<WorkerStart> owner = Optional.empty();
    int retries;
    int failedInStep;

    ModelTask(String key, long x, OptionalInt maxRetries) {
        this.key = key;
        this.x = x;
        this.maxRetries = maxRetries;
    }

    boolean mayBeRetried() {
        return maxRetries.isEmpty() || retries < maxRetries.getAsInt();
    }

    @Override
    public String toString() {
        return key + " " + state;
    }
}
