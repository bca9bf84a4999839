package io.rush.loop.inprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.task.Task;
import io.rush.loop.inprocess.Watch.Phase;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever comes first, lane or watchdog, decides how a task ends; an interrupt stays with its task. */
class WatchTest {
    private static final long GRACE = 10;
    private static final Task TASK =
            new Task("t", Map.of(), Map.of(), Optional.empty(), Optional.empty(), OptionalInt.empty(), 0);

    private final Watch watch = new Watch(Thread.currentThread());

    @AfterEach
    void clearFlag() {
        Thread.interrupted();
    }

    @Test
    void aTaskThatEndsBeforeItIsDueIsInTime() {
        assertThat(watch.begin(TASK, 100)).isTrue();
        assertThat(watch.due()).isEqualTo(100);
        assertThat(watch.expire(99, GRACE)).isEmpty();

        assertThat(watch.end()).isEqualTo(Phase.EVALUATING);
        assertThat(watch.due()).isEqualTo(Watch.NEVER);
        assertThat(watch.expire(100, GRACE)).isEmpty();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aTaskThatIsDueIsInterruptedAndTheFlagEndsWithIt() {
        watch.begin(TASK, 100);

        assertThat(watch.expire(100, GRACE)).isEmpty();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(watch.due()).isEqualTo(110);

        assertThat(watch.end()).isEqualTo(Phase.TIMED_OUT);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(watch.begin(TASK, 200)).isTrue();
        assertThat(watch.expire(110, GRACE)).isEmpty();
        assertThat(watch.end()).isEqualTo(Phase.EVALUATING);
    }

    @Test
    void aTaskThatDoesNotObeyIsAbandonedOnceItsGraceIsOver() {
        watch.begin(TASK, 100);
        watch.expire(100, GRACE);

        assertThat(watch.expire(109, GRACE)).isEmpty();
        assertThat(watch.expire(110, GRACE)).hasValue(Phase.TIMED_OUT);
        assertThat(watch.task()).hasValue(TASK);
        assertThat(watch.expire(Watch.NEVER - 1, GRACE)).isEmpty();
        assertThat(watch.end()).isEqualTo(Phase.ABANDONED);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aLaneThatIsStoppedIsInterruptedAndBeginsNothing() {
        watch.begin(TASK, Watch.NEVER);
        watch.stop(50);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(watch.expire(50, GRACE)).hasValue(Phase.STOPPED);
        assertThat(watch.end()).isEqualTo(Phase.ABANDONED);
    }

    @Test
    void aLaneThatIsStoppedInItsFeedIsInterruptedThereAndBeginsNothing() {
        watch.stop(50);

        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(watch.begin(TASK, 100)).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(watch.due()).isEqualTo(Watch.NEVER);
    }

    @Test
    void aLaneThatGivesBackItsFeedIsLeftAlone() {
        watch.close();
        watch.stop(50);

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void anInterruptOfTheFeedDoesNotReachTheTask() {
        Thread.currentThread().interrupt();

        assertThat(watch.begin(TASK, 100)).isTrue();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void howeverLaneAndWatchdogMeetATaskHasOneEndAndItsInterruptNoOther() throws Exception {
        int rounds = 20_000;
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger looked = new AtomicInteger();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> watchdog = threads.submit(() -> {
                int abandoned = 0;
                for (int round = 1; round <= rounds; round++) {
                    await(begun, round);
                    abandoned += watch.expire(100, GRACE).isPresent() ? 1 : 0;
                    looked.set(round);
                }
                return abandoned;
            });
            for (int round = 1; round <= rounds; round++) {
                assertThat(watch.begin(TASK, 100)).isTrue();
                begun.set(round);
                assertThat(watch.end()).isIn(Phase.EVALUATING, Phase.TIMED_OUT);
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
                await(looked, round);
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
            }
            assertThat(watchdog.get(1, TimeUnit.MINUTES)).isZero();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(AtomicInteger counter, int value) {
        while (counter.get() < value) {
            Thread.onSpinWait();
        }
    }
}
