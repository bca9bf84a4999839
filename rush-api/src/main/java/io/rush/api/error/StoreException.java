package io.rush.api.error;

import org.jspecify.annotations.Nullable;

/** A command that Redis refused or that did not reach it. */
public final class StoreException extends RushException {
    private static final long serialVersionUID = 1L;

    private final String operation;
    private final boolean retryable;

    /**
     * @param operation the command or step that failed, without secrets
     * @param retryable whether the same call may succeed later without a change, as after a lost connection
     */
    public StoreException(String operation, boolean retryable, String message, @Nullable Throwable cause) {
        super(operation + ": " + message, cause);
        this.operation = operation;
        this.retryable = retryable;
    }

    /** The command or step that failed, with the key where one is known. */
    public String operation() {
        return operation;
    }

    /** Whether the same call may succeed later without a change. */
    public boolean isRetryable() {
        return retryable;
    }
}
