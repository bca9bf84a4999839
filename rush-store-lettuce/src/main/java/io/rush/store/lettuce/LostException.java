package io.rush.store.lettuce;

import java.util.concurrent.TimeoutException;

/** No reply came: the connection broke, or the time was over. Never leaves this package. */
final class LostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean timeout;

    private LostException(boolean timeout, Throwable cause) {
        super(cause);
        this.timeout = timeout;
    }

    static LostException broken(Throwable cause) {
        return new LostException(false, cause);
    }

    static LostException late() {
        return new LostException(true, new TimeoutException("no reply in time"));
    }

    boolean isTimeout() {
        return timeout;
    }
}
