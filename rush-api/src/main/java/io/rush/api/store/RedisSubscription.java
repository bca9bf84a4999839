package io.rush.api.store;

import java.time.Duration;

/** A running subscription, which outlasts its connection. Thread-safe. */
public interface RedisSubscription extends AutoCloseable {
    /**
     * The longest time from when Redis can be reached again until the subscription is confirmed again, however long Redis
     * was away. An attempt that began before may first run into its time-outs.
     */
    Duration RESUMES_WITHIN = Duration.ofSeconds(5);

    /** Ends the subscription; no message is delivered after the call returns. Closing twice is harmless. */
    @Override
    void close();
}
