package io.rush.api.log;

/** Somebody who follows the log of a network, until it is closed. Thread-safe. */
public interface LogFollower extends AutoCloseable {
    /** Ends it; an entry that is being handed over may still be. Twice is harmless. */
    @Override
    void close();
}
