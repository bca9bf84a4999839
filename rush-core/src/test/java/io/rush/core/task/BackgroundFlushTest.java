package io.rush.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Somebody in the background tells what nobody tells in time. */
class BackgroundFlushTest {
    private static final int ROUNDS = 200;

    private final LinkedBlockingQueue<Thread> flushed = new LinkedBlockingQueue<>();
    private final AtomicReference<BackgroundFlush> current = new AtomicReference<>();

    private BackgroundFlush start(Runnable flush) {
        BackgroundFlush background = new BackgroundFlush(flush, Duration.ofMillis(2));
        current.set(background);
        return background;
    }

    /** As a feed does: what was told is not told again. */
    private void tell() {
        current.get().setBehind(false);
        flushed.add(Thread.currentThread());
    }

    private Thread awaitFlush() throws InterruptedException {
        Thread thread = flushed.poll(1, TimeUnit.MINUTES);
        assertThat(thread).as("whoever flushed").isNotNull();
        return thread;
    }

    @Test
    void eachTimeThatThereIsSomethingOneDaemonTellsIt() throws Exception {
        BackgroundFlush background = start(this::tell);
        Thread first = null;
        for (int round = 0; round < ROUNDS; round++) {
            background.setBehind(true);
            Thread thread = awaitFlush();
            first = first == null ? thread : first;
            assertThat(thread).isSameAs(first);
        }

        assertThat(first.isDaemon()).isTrue();
        assertThat(first.getName()).isEqualTo("rush-feed");
        assertThat(background.isBehind()).isFalse();
        background.close();
        first.join(TimeUnit.MINUTES.toMillis(1));
        assertThat(first.isAlive()).isFalse();
        assertThat(flushed).isEmpty();
    }

    @Test
    void aFailureDoesNotEndIt() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        BackgroundFlush background = start(() -> {
            if (failed.getCount() > 0) {
                failed.countDown();
                throw new IllegalStateException("Redis is away");
            }
            tell();
        });

        background.setBehind(true);

        assertThat(failed.await(1, TimeUnit.MINUTES)).isTrue();
        awaitFlush();
        background.close();
    }

    @Test
    void whatIsNotToldIsTriedAgain() throws Exception {
        BackgroundFlush background = start(() -> flushed.add(Thread.currentThread()));
        background.setBehind(true);

        assertThat(awaitFlush()).isSameAs(awaitFlush());

        background.close();
    }

    @Test
    void nothingIsStartedOnceItIsClosed() {
        BackgroundFlush background = start(this::tell);
        background.close();

        background.setBehind(true);

        assertThat(background.isBehind()).isTrue();
        assertThat(flushed).isEmpty();
    }
}
