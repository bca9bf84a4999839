package io.rush.api;

import io.rush.api.error.ConfigurationException;
import java.time.Duration;

/** Hands on values that are in bounds, and refuses others. */
final class Bounds {
    /** The most that Redis can store as one value. */
    private static final long GREATEST_LIMIT = 512L * 1024 * 1024;

    private Bounds() {}

    static int workers(int number) {
        if (number < 1) {
            throw new ConfigurationException("the number of workers must be at least 1, not " + number);
        }
        return number;
    }

    static Duration startTimeout(Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new ConfigurationException("the start timeout must be positive, not " + value);
        }
        return value;
    }

    static Duration shutdownGrace(Duration value) {
        if (value.isNegative()) {
            throw new ConfigurationException("the shutdown grace must be zero or more, not " + value);
        }
        return value;
    }

    static Duration lostDetection(Duration interval) {
        if (interval.isNegative() || (!interval.isZero() && interval.toMillis() < 100)) {
            throw new ConfigurationException(
                    "the interval of the lost detection must be zero for never, or at least 100 ms, not " + interval);
        }
        return interval;
    }

    static Duration outageTolerance(Duration value) {
        if (value.isNegative()) {
            throw new ConfigurationException("the outage tolerance must be zero or more, not " + value);
        }
        return value;
    }

    static long largeObjectLimit(long bytes) {
        if (bytes < 1 || bytes > GREATEST_LIMIT) {
            throw new ConfigurationException("the limit of large objects must be 1 to " + GREATEST_LIMIT
                    + " bytes, the most that Redis stores as one value, not " + bytes);
        }
        return bytes;
    }
}
