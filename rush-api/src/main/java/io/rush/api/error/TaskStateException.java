package io.rush.api.error;

import org.jspecify.annotations.Nullable;

/** A task is not known, or not held by the worker that speaks of it. */
public final class TaskStateException extends RushException {
    private static final long serialVersionUID = 1L;

    public TaskStateException(String message) {
        super(message);
    }

    public TaskStateException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
