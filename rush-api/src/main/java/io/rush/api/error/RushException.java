package io.rush.api.error;

import org.jspecify.annotations.Nullable;

/**
 * Root of everything rush throws. Unchecked; the message says what went wrong, with which id, and what to do about it.
 */
public class RushException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RushException(String message) {
        super(message);
    }

    public RushException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
