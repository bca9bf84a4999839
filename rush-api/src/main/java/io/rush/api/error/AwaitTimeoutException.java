package io.rush.api.error;

import org.jspecify.annotations.Nullable;

/** A wait with a deadline ended before what it waited for came. */
public final class AwaitTimeoutException extends RushException {
    private static final long serialVersionUID = 1L;

    public AwaitTimeoutException(String message) {
        super(message);
    }

    public AwaitTimeoutException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
