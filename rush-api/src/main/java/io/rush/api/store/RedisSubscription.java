package io.rush.api.store;

/** A running subscription. Thread-safe. */
public interface RedisSubscription extends AutoCloseable {
    /** Ends the subscription; no message is delivered after the call returns. Closing twice is harmless. */
    @Override
    void close();
}
