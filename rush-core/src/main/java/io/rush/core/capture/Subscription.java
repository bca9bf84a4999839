package io.rush.core.capture;

import io.rush.api.log.LogEvent;
import java.lang.System.Logger.Level;

/** What one worker wants of what is logged in this JVM, until it is closed. Thread-safe. */
public final class Subscription implements AutoCloseable {
    private final Thresholds thresholds;
    private final Destination destination;
    private volatile boolean closed;

    Subscription(Thresholds thresholds, Destination destination) {
        this.thresholds = thresholds;
        this.destination = destination;
    }

    Thresholds thresholds() {
        return thresholds;
    }

    Destination destination() {
        return destination;
    }

    boolean wants(Level level, String logger) {
        return !closed && thresholds.pass(level, logger);
    }

    void accept(LogEvent event) {
        destination.accept(event);
    }

    /** Ends it; twice is harmless. */
    @Override
    public void close() {
        closed = true;
        Capture.end(this);
    }
}
