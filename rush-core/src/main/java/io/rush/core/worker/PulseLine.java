package io.rush.core.worker;

import io.rush.core.script.NetworkStore;

/** A connection that one heartbeat has for itself. Thread-safe. */
public interface PulseLine extends AutoCloseable {
    NetworkStore network();

    @Override
    void close();

    /** Opens lines. */
    @FunctionalInterface
    interface Opener {
        /**
         * Opens a line.
         *
         * @throws io.rush.api.error.StoreException if Redis is not reached
         */
        PulseLine open();
    }
}
