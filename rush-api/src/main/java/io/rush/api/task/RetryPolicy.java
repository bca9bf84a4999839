package io.rush.api.task;

import io.rush.api.error.ConfigurationException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * When failed tasks are retried without anybody asking, and how long they wait first. Immutable; each method returns a
 * changed copy.
 *
 * <p>A task that fails for one of the causes and has a retry left never becomes failed: it is queued again at that moment,
 * under the same key and with the same seed, and takes its turn at the end of the shared queue once its delay is over. The
 * delay of the n-th retry is {@code firstDelay * factor^(n-1)}, at most {@code longestDelay}, less a random part of up to
 * {@code jitter} of it. Everything about it is kept in Redis, by the clock of the server, so it does not matter which
 * processes live meanwhile.
 *
 * @param causes causes that are retried; not {@link FailureCause#REMOVED}
 * @param maxRetries how often a task is retried; those that were asked for count, too. Where a task has a maximum of its own
 *     ({@link PushOptions#maxRetries(int)}), the smaller one holds. With 0 the policy retries nothing
 * @param firstDelay how long the first retry waits, with millisecond precision; may be zero
 * @param factor by what the delay grows with each retry; 1 or more
 * @param longestDelay how long a retry waits at most
 * @param jitter which part of the delay is random, 0 to 1, so that tasks that failed together do not come back together
 */
public record RetryPolicy(
        Set<FailureCause> causes,
        int maxRetries,
        Duration firstDelay,
        double factor,
        Duration longestDelay,
        double jitter) {
    /** Number of retries where none is given. */
    public static final int DEFAULT_MAX_RETRIES = 3;

    /** Delay of the first retry where none is given. */
    public static final Duration DEFAULT_FIRST_DELAY = Duration.ofSeconds(1);

    /** Growth of the delay where none is given. */
    public static final double DEFAULT_FACTOR = 2;

    /** Longest delay where none is given. */
    public static final Duration DEFAULT_LONGEST_DELAY = Duration.ofMinutes(1);

    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** @throws ConfigurationException if a value is outside its range */
    public RetryPolicy {
        require(!causes.isEmpty(), "a retry policy must name a cause");
        require(
                !causes.contains(FailureCause.REMOVED),
                "tasks that were removed from the queue are not retried; name other causes");
        require(maxRetries >= 0, "the number of retries must be 0 or more, not " + maxRetries);
        require(!firstDelay.isNegative(), "the first delay must be 0 or more, not " + firstDelay);
        require(
                longestDelay.compareTo(firstDelay) >= 0 && longestDelay.compareTo(LONGEST) <= 0,
                "the longest delay must be between the first one, " + firstDelay + ", and 100 years, not "
                        + longestDelay);
        require(factor >= 1 && Double.isFinite(factor), "the factor of a delay must be 1 or more, not " + factor);
        require(jitter >= 0 && jitter <= 1, "the jitter must be 0 to 1, not " + jitter);
        causes = Collections.unmodifiableSet(EnumSet.copyOf(causes));
    }

    /** Retries these causes three times: after 1, 2 and 4 seconds, without jitter. */
    public static RetryPolicy on(FailureCause... causes) {
        Set<FailureCause> chosen = EnumSet.noneOf(FailureCause.class);
        chosen.addAll(Arrays.asList(causes));
        return new RetryPolicy(
                chosen, DEFAULT_MAX_RETRIES, DEFAULT_FIRST_DELAY, DEFAULT_FACTOR, DEFAULT_LONGEST_DELAY, 0);
    }

    /** The same with another {@code maxRetries}. */
    public RetryPolicy maxRetries(int value) {
        return new RetryPolicy(causes, value, firstDelay, factor, longestDelay, jitter);
    }

    /** The same with another {@code firstDelay}; the longest delay grows to it if it is shorter. */
    public RetryPolicy firstDelay(Duration value) {
        Duration longest = longestDelay.compareTo(value) < 0 ? value : longestDelay;
        return new RetryPolicy(causes, maxRetries, value, factor, longest, jitter);
    }

    /** The same with another {@code factor}. */
    public RetryPolicy factor(double value) {
        return new RetryPolicy(causes, maxRetries, firstDelay, value, longestDelay, jitter);
    }

    /** The same with another {@code longestDelay}. */
    public RetryPolicy longestDelay(Duration value) {
        return new RetryPolicy(causes, maxRetries, firstDelay, factor, value, jitter);
    }

    /** The same with another {@code jitter}. */
    public RetryPolicy jitter(double value) {
        return new RetryPolicy(causes, maxRetries, firstDelay, factor, longestDelay, value);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new ConfigurationException(message);
        }
    }
}
