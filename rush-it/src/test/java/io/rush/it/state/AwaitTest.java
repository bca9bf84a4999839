package io.rush.it.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Rush;
import io.rush.api.RushWorker;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.WorkerException;
import io.rush.api.task.AwaitOptions;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.Condition;
import io.rush.api.task.Progress;
import io.rush.it.support.Jvm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Waiting ends, and says how. */
class AwaitTest extends StateTestCase {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final AwaitOptions OFTEN =
            AwaitOptions.defaults().timeout(PATIENCE).period(Duration.ofMillis(10));

    @Test
    void itEndsWhenAllAreFinishedOrFailed() {
        raw.finished("a", "w:1-0");
        raw.failed("b");

        assertThat(rush.tasks().await(List.of("a", "b"))).isEqualTo(AwaitOutcome.DONE);
        assertThat(rush.tasks().await(List.of())).isEqualTo(AwaitOutcome.DONE);
    }

    @Test
    void itEndsWhenNoWorkerIsLeft() {
        raw.queued("a");

        assertThat(rush.tasks().await(List.of("a"))).isEqualTo(AwaitOutcome.NO_WORKERS);
    }

    @Test
    void itEndsAtTheTimeout() {
        network.worker("w");
        raw.queued("a");

        assertThat(rush.tasks().await(List.of("a"), Duration.ofMillis(20))).isEqualTo(AwaitOutcome.TIMED_OUT);
    }

    @Test
    void aWorkerThatNeverRegistersIsNotWaitedForLongerThanItMayTake() {
        raw.queued("a");
        network.send("HSET", network.key("workers"), "w", "pre 0");
        network.send("HSET", network.key("worker:w"), "announced_ms", "1000");

        assertThat(rush.tasks().await(List.of("a"))).isEqualTo(AwaitOutcome.NO_WORKERS);
        assertThat(rush.tasks()
                        .await(
                                List.of("a"),
                                AwaitOptions.defaults()
                                        .startTimeout(Rush.FOREVER)
                                        .timeout(Duration.ofMillis(20))))
                .isEqualTo(AwaitOutcome.TIMED_OUT);
    }

    @Test
    void aWorkerThatHasJustBeenAnnouncedIsWaitedFor() {
        raw.queued("a");
        network.send("HSET", network.key("workers"), "w", "pre 0");
        network.send("HSET", network.key("worker:w"), "announced_ms", Long.toString(raw.now() / 1000));

        assertThat(rush.tasks().await(List.of("a"), Duration.ofMillis(20))).isEqualTo(AwaitOutcome.TIMED_OUT);
    }

    @Test
    void aWorkerWhoseProcessDiedUnobservedIsDetected() throws Exception {
        Process ended = new ProcessBuilder(Jvm.java(), "--version")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        ended.waitFor();
        RushWorker worker = network.worker("w");
        pushAndPop(worker);
        String process =
                network.send("HGET", network.key("worker:w"), "process").asText();
        network.send(
                "HSET", network.key("worker:w"), "process", process.replaceFirst(" \\d+ ", " " + ended.pid() + " "));
        raw.queued("a");

        assertThat(rush.tasks().await(List.of("a"))).isEqualTo(AwaitOutcome.NO_WORKERS);

        assertThat(raw.departed()).containsEntry("w", "lost");
        assertThat(raw.failed()).hasSize(1);
    }

    private void pushAndPop(RushWorker worker) {
        rush.tasks().push(points(1));
        pop(worker);
    }

    @Test
    void progressIsReportedUpToTheLast() {
        RushWorker worker = network.worker("w");
        raw.finished("before", "w:1-0");
        raw.queued("a", "b", "c");
        List<Progress> reports = new ArrayList<>();
        AtomicReference<Thread> thread = new AtomicReference<>();
        AwaitOptions options = OFTEN.progress(progress -> {
            reports.add(progress);
            thread.set(Thread.currentThread());
            worker.pop(Duration.ZERO).ifPresent(task -> {
                if (task.key().equals("b")) {
                    worker.fail("b", Condition.error("boom"));
                } else {
                    worker.finish(task.key(), YS);
                }
            });
        });

        assertThat(rush.tasks().await(List.of("before", "a", "b", "c"), options))
                .isEqualTo(AwaitOutcome.DONE);

        assertThat(reports).extracting(Progress::done).containsExactly(1L, 2L, 3L, 4L);
        assertThat(reports).extracting(Progress::failed).containsExactly(0L, 0L, 1L, 1L);
        assertThat(reports).extracting(Progress::total).containsOnly(4L);
        assertThat(reports).extracting(Progress::isLast).containsExactly(false, false, false, true);
        assertThat(reports.get(0).rate()).isZero();
        assertThat(reports.get(3).rate()).isPositive();
        assertThat(reports.get(0).remaining()).isEmpty();
        assertThat(reports.get(2).remaining()).isPresent();
        assertThat(reports).extracting(Progress::elapsed).isSorted();
        assertThat(thread).hasValue(Thread.currentThread());
        assertThat(raw.exists("waiting")).isFalse();
    }

    @Test
    void theLastReportComesHoweverTheWaitEnds() {
        raw.queued("a");
        List<Progress> reports = new ArrayList<>();

        assertThat(rush.tasks().await(List.of("a"), OFTEN.progress(reports::add)))
                .isEqualTo(AwaitOutcome.NO_WORKERS);
        assertThat(reports).extracting(Progress::isLast).containsExactly(false, true);

        network.worker("w");
        reports.clear();
        AwaitOptions seldom =
                AwaitOptions.defaults().timeout(Duration.ofMillis(20)).progress(reports::add);
        assertThat(rush.tasks().await(List.of("a"), seldom)).isEqualTo(AwaitOutcome.TIMED_OUT);
        assertThat(reports).extracting(Progress::isLast).containsExactly(false, true);
    }

    @Test
    void whatAListenerThrowsEndsTheWait() {
        network.worker("w");
        raw.queued("a");
        List<Progress> reports = new ArrayList<>();
        AwaitOptions options = OFTEN.progress(progress -> {
            reports.add(progress);
            if (reports.size() == 3) {
                throw new IllegalStateException("seen enough");
            }
        });

        assertThatThrownBy(() -> rush.tasks().await(List.of("a"), options))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("seen enough");

        assertThat(reports).hasSize(3);
        assertThat(raw.exists("waiting")).isFalse();
    }

    @Test
    void severalPagesAreCounted() {
        network.worker("w");
        List<String> keys = rush.tasks().push(points(1_100));
        rush.tasks().emptyQueue();
        List<String> all = new ArrayList<>(rush.tasks().push(points(600)));
        all.addAll(keys);
        List<Progress> reports = new ArrayList<>();

        assertThat(rush.tasks().await(all, OFTEN.timeout(Duration.ofMillis(20)).progress(reports::add)))
                .isEqualTo(AwaitOutcome.TIMED_OUT);

        Progress last = reports.get(reports.size() - 1);
        assertThat(List.of(last.done(), last.failed(), last.total())).containsExactly(1_100L, 1_100L, 1_700L);
    }

    @Test
    void aNumberOfSomeWorkersIsWaitedFor() {
        network.worker("a");
        network.worker("c");
        network.send("HSET", network.key("workers"), "b", "pre 0");

        rush.workers().await(1, List.of("a", "b"), PATIENCE);
        rush.workers().await(2, List.of("a", "b", "c", "a"), PATIENCE);

        assertThatThrownBy(() -> rush.workers().await(2, List.of("a", "a"), PATIENCE))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void aNumberOfWorkersThatCannotBeReachedEndsTheWait() {
        network.worker("a");
        network.send("HSET", network.key("workers"), "b", "pre 0");
        network.worker("lost");
        raw.lose("lost");

        assertThatThrownBy(() -> rush.workers().await(3, List.of("a", "b", "lost"), PATIENCE))
                .isInstanceOf(WorkerException.class)
                .hasMessageContaining("lost");
    }
}
