package io.rush.bench.failover;

import java.time.Duration;
import java.time.Instant;

/**
 * The time without a primary.
 *
 * @param killed when the primary was killed
 * @param named when the first sentinel named another one
 * @param namedByAll when the last one did
 */
record Outage(Instant killed, Instant named, Instant namedByAll) {
    private static final double NANOS_A_MILLI = 1e6;

    /** Between a task that the old primary still handed out and the first one of the new primary. */
    Instant midway() {
        return killed.plus(Duration.between(killed, named).dividedBy(2));
    }

    /** Milliseconds from the kill until something happened. */
    double millisUntil(Instant event) {
        return millis(Duration.between(killed, event));
    }

    static double millis(Duration duration) {
        return duration.toNanos() / NANOS_A_MILLI;
    }
}
