package io.rush.api;

import io.rush.api.error.ConfigurationException;
import java.time.Duration;

/**
 * How a worker shows that it is alive: it renews a key in Redis that vanishes by itself (manual, {@code
 * heartbeat_period} and {@code heartbeat_expire}). A thread and a connection of their own do so, whatever the worker is
 * busy with.
 *
 * <p>A worker that is not heard of for {@code expire} counts as lost; see {@link RushConfig.Builder#lostDetection} for
 * when that is noticed.
 *
 * @param period time between two signs of life; whole seconds, at least one
 * @param expire how long a sign of life lasts; whole seconds, at least the period
 */
public record Heartbeat(Duration period, Duration expire) {
    /** The heartbeat of remote workers unless another is set: every 5 seconds, and 30 seconds of silence mean loss. */
    public static final Heartbeat DEFAULT = new Heartbeat(Duration.ofSeconds(5), Duration.ofSeconds(30));

    /** @throws ConfigurationException if one is not in whole seconds, or {@code expire} is shorter than {@code period} */
    public Heartbeat {
        requireWholeSeconds("period", period);
        requireWholeSeconds("expire", expire);
        if (expire.compareTo(period) < 0) {
            throw new ConfigurationException("the heartbeat must not expire (" + expire
                    + ") before the next one is due (" + period + "); give an expire of several periods");
        }
    }

    private static void requireWholeSeconds(String name, Duration value) {
        boolean whole = value.getNano() == 0 && value.getSeconds() >= 1 && value.getSeconds() <= Integer.MAX_VALUE;
        if (!whole) {
            throw new ConfigurationException(
                    "the " + name + " of a heartbeat must be in whole seconds, at least one, not " + value);
        }
    }
}
