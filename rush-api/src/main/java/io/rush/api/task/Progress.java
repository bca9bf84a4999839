package io.rush.api.task;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a wait for tasks or workers has come.
 *
 * @param awaited what is counted
 * @param done how many there are: tasks that are finished or failed, workers that run, workers that have stopped
 * @param failed tasks of them that failed; of workers that are waited for by their ids, those that are lost
 * @param total how many are waited for
 * @param elapsed time since the wait began
 * @param rate how many came a second since the wait began; 0 before the first
 * @param isLast whether the wait is over and no report follows
 */
public record Progress(
        Awaited awaited, long done, long failed, long total, Duration elapsed, double rate, boolean isLast) {
    private static final double LONGEST_SECONDS = Duration.ofDays(36_500).toSeconds();

    /** The part that is done, 0 to 1; 1 if there is none. */
    public double fraction() {
        return total == 0 ? 1 : (double) done / total;
    }

    /** Estimate of the time until all are, if the rest goes at the same rate; empty while the rate is 0. */
    public Optional<Duration> remaining() {
        double seconds = (total - done) / rate;
        return rate > 0 && seconds <= LONGEST_SECONDS
                ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000)))
                : Optional.empty();
    }
}
