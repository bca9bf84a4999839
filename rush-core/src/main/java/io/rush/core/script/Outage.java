package io.rush.core.script;

import io.rush.api.error.StoreException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** One outage as the thread sees it that waits for its end. */
final class Outage {
    private static final long FIRST_MILLIS = 20;
    private static final long LONGEST_MILLIS = 1_000;

    private final Outages outages;
    private final Deadline end;
    private long ceiling = FIRST_MILLIS;

    Outage(Outages outages, Deadline end) {
        this.outages = outages;
        this.end = end;
    }

    /**
     * Waits a while before the next attempt; scattered, so that many processes do not come back at the same moment.
     *
     * @throws StoreException if there is to be none; also if the thread is interrupted, whose flag is then set
     */
    void pause(StoreException failure) {
        if (outages.tolerance().isZero()) {
            throw failure;
        }
        if (end.isOver()) {
            String words = failure.getMessage() + "; Redis was away for longer than the outage tolerance of "
                    + outages.tolerance().toSeconds() + " s";
            throw new StoreException(failure.operation(), true, words, failure);
        }
        try {
            Duration pause =
                    Duration.ofMillis(ceiling / 2 + ThreadLocalRandom.current().nextLong(ceiling / 2));
            outages.pause(pause.compareTo(end.left()) < 0 ? pause : end.left());
            ceiling = Math.min(LONGEST_MILLIS, 2 * ceiling);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            failure.addSuppressed(interrupted);
            throw failure;
        }
    }
}
