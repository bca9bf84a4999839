package io.rush.it.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.RushConfig;
import io.rush.api.RushWorker;
import io.rush.api.StopMode;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerLoop;
import io.rush.api.WorkerSettings;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.error.StoreException;
import io.rush.api.error.TaskStateException;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.Refusal;
import io.rush.api.task.TaskCounts;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskState;
import io.rush.api.task.TransitionReport;
import io.rush.it.support.BreakingStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Only the owner's word counts, and only for the attempt that it made. */
class FencingTest extends StateTestCase {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Takes a worker off the network as lost; {@code detectLost} settles what it left. */
    private void lose(String worker) {
        raw.lose(worker);
        rush.workers().detectLost();
    }

    @Test
    void theTasksOfALostWorkerFailAndItsQueueIsEverybodys() {
        RushWorker worker = network.worker("w");
        raw.queued("a", "b");
        pop(worker);
        raw.queuedFor("w", "c");

        lose("w");

        assertThat(raw.failed()).containsExactly("a");
        assertThat(raw.running()).isEmpty();
        assertThat(raw.queue()).containsExactly("b", "c");
        assertThat(raw.exists("queue:w")).isFalse();
        assertThat(raw.hash("a")).containsEntry("owner", "w:0");
        assertThat(rush.archive()
                        .fetchFailed(TaskField.CONDITION)
                        .row(0)
                        .condition()
                        .orElseThrow()
                        .cause())
                .isEqualTo(FailureCause.LOST);
    }

    @Test
    void aWorkerThatLeftIsNotWokenInPlaceOfOneThatIsThere() {
        RushWorker worker = network.worker("w");
        network.send("SADD", network.key("idle"), "w");

        worker.terminate();

        assertThat(raw.exists("idle")).isFalse();
    }

    @Test
    void aLostWorkerWithManyTasksIsSettledWhole() {
        RushWorker worker = network.worker("w");
        List<String> running = worker.pushRunning(points(1203));
        List<String> own = rush.tasks().pushPriority("w", points(1203));

        worker.terminate();

        assertThat(raw.failed()).containsExactlyInAnyOrderElementsOf(running);
        assertThat(raw.queue()).isEqualTo(own);
        assertThat(raw.running()).isEmpty();
        assertThat(raw.exists("queue:w")).isFalse();
    }

    @Test
    void theResultOfALostWorkerDoesNotCountAndNothingOfItIsStored() {
        RushWorker worker = network.worker("w");
        raw.queued("a", "b", "c");
        pop(worker);
        pop(worker);
        pop(worker);
        lose("w");
        Map<String, String> before = raw.hash("a");

        assertThat(worker.finish("a", YS, Map.of("note", "late"))).isFalse();
        assertThat(worker.fail("b", Condition.error("late"))).isFalse();
        TransitionReport report = worker.finish(List.of("c"), List.of(YS));

        assertThat(report.refused()).isEqualTo(Map.of("c", Refusal.NOT_OWNED));
        assertThat(raw.hash("a")).isEqualTo(before).doesNotContainKeys("ys", "ys_extra");
        assertThat(raw.hash("b").get("condition")).doesNotContain("late");
        assertThat(raw.finished()).isEmpty();
        assertThat(raw.failed()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(worker.isTerminated()).isTrue();
    }

    @Test
    void aResultBeforeTheLostWorkerIsSettledDoesNotCountEither() {
        RushWorker worker = network.worker("w");
        raw.queued("a");
        pop(worker);
        raw.lose("w");

        assertThat(worker.finish("a", YS)).isFalse();

        assertThat(raw.running()).containsValue("a");
        rush.workers().detectLost();
        assertThat(raw.failed()).containsExactly("a");
    }

    @Test
    void afterLossAndRetryTheNewOwnerCountsAndTheOldOneDoesNot() {
        RushWorker old = network.worker("old");
        raw.queued("a");
        pop(old);
        lose("old");
        rush.tasks().retry(List.of("a"));
        RushWorker next = network.worker("next");
        pop(next);

        assertThat(old.finish("a", Map.of("y", "old"))).isFalse();
        assertThat(raw.running()).isEqualTo(Map.of(raw.owner("next", 0), "a"));
        assertThat(next.finish("a", Map.of("y", "next"))).isTrue();

        assertThat(raw.finished()).containsExactly("a");
        assertThat(raw.hash("a")).containsEntry("ys", "{\"y\":\"next\"}").containsEntry("owner", "next:0");
    }

    @Test
    void anEarlierAttemptOfTheSameWorkerDoesNotCount() {
        RushWorker worker = network.worker("w");
        raw.queued("a");
        pop(worker);
        rush.tasks().fail(List.of("a"), List.of(Condition.error("too slow")));
        rush.tasks().retry(List.of("a"));
        RushWorker other = network.worker("other");
        pop(other);

        assertThat(worker.finish("a", Map.of("y", "first"))).isFalse();
        assertThat(other.finish("a", Map.of("y", "second"))).isTrue();

        assertThat(raw.hash("a")).containsEntry("ys", "{\"y\":\"second\"}");
    }

    @Test
    void aWorkerThatStartedAnewUnderItsIdDoesNotInheritTasks() {
        RushWorker first = network.worker("w");
        raw.queued("a", "b");
        pop(first);
        first.terminate();
        RushWorker second = network.worker("w");
        pop(second);

        assertThat(first.finish("a", YS)).isFalse();
        assertThat(raw.running()).isEqualTo(Map.of(raw.owner("w", 0), "b"));
        assertThat(first.isTerminated()).isTrue();
        assertThat(second.isTerminated()).isFalse();
        assertThat(second.finish("b", YS)).isTrue();
    }

    @Test
    void aWorkerThatOutlivedAResetIsGoneEvenIfAnotherTookItsId() {
        RushWorker first = network.worker("w");
        rush.reset();
        RushWorker second = network.worker("w");
        raw.queued("a", "b");
        pop(second);

        assertThat(first.pop(Duration.ZERO)).isEmpty();
        assertThat(first.isTerminated()).isTrue();
        assertThat(second.finish("a", YS)).isTrue();
        assertThat(raw.queue()).containsExactly("b");
    }

    @Test
    void theResultOfAKilledWorkerDoesNotCount() throws Exception {
        CompletableFuture<RushWorker> handle = new CompletableFuture<>();
        CompletableFuture<Boolean> counted = new CompletableFuture<>();
        WorkerLoop loop = worker -> {
            pop(worker);
            handle.complete(worker);
            awaitInterrupt();
            counted.complete(worker.finish("a", YS));
        };
        raw.queued("a");
        List<String> ids = rush.workers().startLocal(WorkerSpec.ofLoop(loop).kind(WorkerKind.THREAD));
        handle.get(1, TimeUnit.MINUTES);

        rush.workers().stop(StopMode.KILL, ids);

        assertThat(counted.get(1, TimeUnit.MINUTES)).isFalse();
        assertThat(raw.departed()).containsEntry(ids.get(0), "killed");
        assertThat(raw.failed()).containsExactly("a");
        assertThat(raw.hash("a")).doesNotContainKey("ys");
        assertThat(raw.hash("a").get("condition")).contains("\"killed\"");
        rush.workers().awaitStopped(ids, PATIENCE);
    }

    /** Returns once the thread is interrupted, without its flag: a function that goes on as if nothing had happened. */
    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ignored) {
            Thread.interrupted();
        }
    }

    @Test
    void aTaskFailedByAControllerIsNotTheWorkersAnyMore() {
        RushWorker worker = network.worker("w");
        raw.queued("a");
        pop(worker);
        rush.tasks().fail(List.of("a"), List.of(Condition.error("too slow")));

        assertThat(worker.finish("a", YS)).isFalse();

        assertThatThrownBy(() -> worker.finish("a", YS)).isInstanceOf(TaskStateException.class);
        assertThat(raw.hash("a")).doesNotContainKey("ys");
    }

    @Test
    void whatSomebodyCouldNotSettleIsCountedAndSettledByTheNext() {
        BreakingStore store = new BreakingStore(network.redis());
        RushWorker worker = RushWorker.register(
                RushConfig.builder(network.id())
                        .store(store)
                        .outageTolerance(Duration.ZERO)
                        .build(),
                WorkerSettings.ofId("w"));
        List<String> own = rush.tasks().pushPriority("w", points(1200));
        worker.pushRunning(points(1200));

        store.breakAfter(1);
        assertThatThrownBy(worker::terminate).isInstanceOf(StoreException.class);

        assertThat(rush.workers().states()).containsEntry("w", WorkerState.TERMINATED);
        assertThat(rush.tasks().counts().total()).isEqualTo(2400);
        assertThat(rush.tasks().keys()).hasSize(2400).containsAll(own);

        rush.workers().detectLost();

        assertThat(rush.tasks().keys(TaskState.QUEUED)).isEqualTo(own);
        assertThat(rush.tasks().counts()).isEqualTo(new TaskCounts(1200, 0, 0, 0, 0, 1200));
        assertThat(raw.exists("unsettled")).isFalse();
    }
}
