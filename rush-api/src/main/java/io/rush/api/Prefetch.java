package io.rush.api;

import io.rush.api.error.ConfigurationException;
import java.time.Duration;

/**
 * How far a worker is ahead of its tasks and behind with their results; see {@link TaskFeed}.
 *
 * @param depth how many tasks it has at hand at most, 1 to {@value #DEEPEST}; 1 reserves none, and each result is handed
 *     in along with the request for the next task
 * @param delay how long a result, or the begin of a task, may be known to the worker alone if the depth is larger: 1
 *     millisecond to 1 minute. Longer ones let tasks that take their time share a call, and more tasks may run twice when
 *     the worker is lost
 */
public record Prefetch(int depth, Duration delay) {
    /** The largest depth. */
    public static final int DEEPEST = 500;

    /** The delay where nothing else is said. */
    public static final Duration DEFAULT_DELAY = Duration.ofMillis(2);

    private static final Duration SHORTEST_DELAY = Duration.ofMillis(1);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

    /** @throws ConfigurationException if a value is out of its bounds */
    public Prefetch {
        if (depth < 1 || depth > DEEPEST) {
            throw new ConfigurationException("the prefetch must be 1 to " + DEEPEST + " tasks, not " + depth);
        }
        if (delay.compareTo(SHORTEST_DELAY) < 0 || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new ConfigurationException("the delay of a prefetch must be " + SHORTEST_DELAY.toMillis() + " ms to "
                    + LONGEST_DELAY.toSeconds() + " s, not " + delay);
        }
    }

    /** So many tasks at hand, and the default delay. */
    public static Prefetch of(int depth) {
        return new Prefetch(depth, DEFAULT_DELAY);
    }

    /** One task at a time. */
    public static Prefetch none() {
        return of(1);
    }

    /** The same depth with another delay. */
    public Prefetch delay(Duration other) {
        return new Prefetch(depth, other);
    }
}
