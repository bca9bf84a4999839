package io.rush.store.jedis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rush.api.error.StoreException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final StoreFailures FAILURES = new StoreFailures("db:6379");

    @Test
    void whoWaitsTooLongIsToldWhy() {
        Places places = new Places(1, Duration.ofMillis(10), FAILURES);

        StoreException failure = catchThrowableOfType(
                StoreException.class, () -> places.occupy("OUTER", () -> places.occupy("INNER", () -> "never")));

        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure)
                .hasMessageContaining("INNER: all 1 connections to Redis at db:6379")
                .hasMessageContaining("fewer threads");
    }

    @Test
    void aPlaceIsFreeAgainAfterAFailure() {
        Places places = new Places(1, Duration.ofMillis(10), FAILURES);
        assertThatIllegalStateException()
                .isThrownBy(() -> places.occupy("FAILING", () -> {
                    throw new IllegalStateException("on purpose");
                }));

        assertThat(places.<String>occupy("NEXT", () -> "done")).isEqualTo("done");
    }

    @Test
    void anInterruptNeitherEndsTheWaitNorIsLost() throws Exception {
        Places places = new Places(1, Probe.LONG, FAILURES);
        CountDownLatch occupied = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Background<String> first = Background.start(() -> places.occupy("FIRST", () -> {
            occupied.countDown();
            return awaited(leave);
        }));
        occupied.await();
        Background<Boolean> second = Background.start(() ->
                places.occupy("SECOND", () -> true) && Thread.currentThread().isInterrupted());

        second.interrupt();
        leave.countDown();

        assertThat(first.result()).isEqualTo("left");
        assertThat(second.result()).isTrue();
    }

    private static String awaited(CountDownLatch latch) {
        try {
            latch.await();
            return "left";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
