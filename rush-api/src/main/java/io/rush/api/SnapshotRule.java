package io.rush.api;

import io.rush.api.error.ConfigurationException;
import java.time.Duration;

/**
 * Saves the database once a time has passed and so many keys have changed.
 *
 * @param period whole seconds, at least one
 * @param changes at least one
 */
public record SnapshotRule(Duration period, long changes) {
    /** @throws ConfigurationException if the period is not whole seconds, or either is less than one */
    public SnapshotRule {
        if (period.toSeconds() < 1 || !Duration.ofSeconds(period.toSeconds()).equals(period)) {
            throw new ConfigurationException(
                    "the period of a snapshot must be whole seconds, at least 1, not " + period);
        }
        if (changes < 1) {
            throw new ConfigurationException("the changes of a snapshot must be at least 1, not " + changes);
        }
    }
}
