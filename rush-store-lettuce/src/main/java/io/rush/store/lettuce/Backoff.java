package io.rush.store.lettuce;

import java.util.concurrent.ThreadLocalRandom;

/** Growing pauses between attempts, scattered so that many clients do not come back at the same moment. */
final class Backoff {
    private static final long FIRST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 5_000;

    private long ceiling = FIRST_MILLIS;

    long nextMillis() {
        long pause = ceiling / 2 + ThreadLocalRandom.current().nextLong(ceiling / 2);
        ceiling = Math.min(LONGEST_MILLIS, ceiling * 2);
        return pause;
    }
}
