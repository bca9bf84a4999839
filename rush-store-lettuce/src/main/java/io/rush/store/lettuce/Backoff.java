package io.rush.store.lettuce;

import io.rush.api.store.RedisSubscription;
import java.util.concurrent.ThreadLocalRandom;

/** Growing pauses between attempts, scattered so that many clients do not come back at the same moment. */
final class Backoff {
    private static final long FIRST_MILLIS = 50;

    /** So that the attempt that follows is over in time as well. */
    private static final long LONGEST_MILLIS =
            RedisSubscription.RESUMES_WITHIN.minusSeconds(1).toMillis();

    private long ceiling = FIRST_MILLIS;

    long nextMillis() {
        long pause = ceiling / 2 + ThreadLocalRandom.current().nextLong(ceiling / 2);
        ceiling = Math.min(LONGEST_MILLIS, ceiling * 2);
        return pause;
    }
}
