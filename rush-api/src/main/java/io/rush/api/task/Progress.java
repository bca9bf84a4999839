package io.rush.api.task;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a wait for tasks has come.
 *
 * @param done tasks that are finished or failed
 * @param failed those of them that failed
 * @param total tasks that are waited for
 * @param elapsed time since the wait began
 * @param rate tasks that were done a second since the wait began; 0 before the first
 * @param isLast whether the wait is over and no report follows
 */
public record Progress(long done, long failed, long total, Duration elapsed, double rate, boolean isLast) {
    private static final double LONGEST_SECONDS = Duration.ofDays(36_500).toSeconds();

    /** The part of the tasks that is done, 0 to 1; 1 if there is none. */
    public double fraction() {
        return total == 0 ? 1 : (double) done / total;
    }

    /** Estimate of the time until all are done, if the rest goes at the same rate; empty while the rate is 0. */
    public Optional<Duration> remaining() {
        double seconds = (total - done) / rate;
        return rate > 0 && seconds <= LONGEST_SECONDS
                ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000)))
                : Optional.empty();
    }
}
