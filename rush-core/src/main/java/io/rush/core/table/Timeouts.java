package io.rush.core.table;

import java.time.Duration;

/** A timeout as it is stored, in milliseconds; as it is shown in a column, in seconds; and as a row's duration. */
final class Timeouts {
    private static final double MILLISECONDS = 1000;

    private Timeouts() {}

    static double toSeconds(long milliseconds) {
        return milliseconds / MILLISECONDS;
    }

    static Duration ofSeconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * MILLISECONDS));
    }
}
