package io.rush.store.lettuce;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.RedisSubscription;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final long BOUND = RedisSubscription.RESUMES_WITHIN.toMillis();

    private final Backoff backoff = new Backoff();

    @Test
    void pausesGrowAndLeaveTimeForTheAttemptWithinTheBound() {
        assertThat(backoff.nextMillis()).isBetween(1L, 50L);

        for (int attempt = 0; attempt < 100; attempt++) {
            assertThat(backoff.nextMillis()).isBetween(1L, BOUND - 1_000);
        }

        assertThat(backoff.nextMillis()).isGreaterThanOrEqualTo((BOUND - 1_000) / 2);
    }
}
