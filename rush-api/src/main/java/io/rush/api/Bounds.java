package io.rush.api;

import io.rush.api.error.ConfigurationException;
import java.time.Duration;

/** Hands on values that are in bounds, and refuses others. */
final class Bounds {
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
}
