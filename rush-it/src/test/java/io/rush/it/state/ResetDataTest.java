package io.rush.it.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Rush;
import io.rush.api.RushWorker;
import io.rush.api.TaskFeed;
import io.rush.api.WorkerState;
import io.rush.api.error.TaskStateException;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.Condition;
import io.rush.api.task.PushOptions;
import io.rush.api.task.Task;
import io.rush.api.task.TaskResult;
import io.rush.api.task.TaskTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks are deleted at one moment, and the workers stay. */
class ResetDataTest extends StateTestCase {
    /** The common pool may have one thread alone. */
    private static final Executor OWN_THREAD = task -> new Thread(task, "waits-in-test").start();

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private RushWorker worker;

    @BeforeEach
    void registerWorker() {
        worker = network.worker("w");
    }

    @Test
    void tasksOfAllStatesAndHashesAreGoneAndTheWorkersAreNot() {
        rush.tasks().push(points(600), PushOptions.none().terminateWorkers(true));
        rush.tasks().pushPriority("w", points(600));
        rush.tasks().pushFinished(points(600), points(600));
        rush.tasks().pushFailed(points(600), List.of(Condition.error("e")));
        worker.pushRunning(points(600));
        rush.hashes().write(Map.of("note", List.of("n")));

        rush.resetData();

        assertThat(network.keyNames()).containsExactlyInAnyOrder("workers", "worker:w");
        assertThat(rush.tasks().counts().total()).isZero();
        assertThat(rush.workers().states()).isEqualTo(Map.of("w", WorkerState.RUNNING));
        assertThat(worker.isTerminated()).isFalse();
        assertThat(worker.isTerminatedOnIdle()).isFalse();
    }

    @Test
    void whatRunsAtThatMomentDoesNotComeBack() {
        String finishing = worker.pushRunning(points(1)).get(0);
        String failing = worker.pushRunning(points(1)).get(0);

        network.connect().resetData();

        assertThat(worker.finish(finishing, YS)).isFalse();
        assertThat(worker.fail(failing, Condition.error("e"))).isFalse();
        assertThat(network.keyNames()).containsExactlyInAnyOrder("workers", "worker:w");
        assertThatThrownBy(() -> rush.tasks().retry(List.of(failing))).isInstanceOf(TaskStateException.class);
        assertThat(rush.tasks().keys()).isEmpty();
    }

    @Test
    void aResultThatComesBeforeItsHashIsDeletedDoesNotCountEither() {
        String key = worker.pushRunning(points(1)).get(0);
        network.send("RENAME", network.key("running"), network.key("trash:running"));

        assertThat(worker.finish(key, YS)).isFalse();

        rush.resetData();
        assertThat(network.keyNames()).containsExactlyInAnyOrder("workers", "worker:w");
    }

    @Test
    void theWorkerGoesOnWithWhatIsPushedNext() {
        rush.tasks().push(points(3));
        pop(worker);
        rush.resetData();
        String key = rush.tasks().push(Map.of("x", 7L));

        Task task = pop(worker);

        assertThat(task.key()).isEqualTo(key);
        assertThat(worker.finish(key, YS)).isTrue();
        assertThat(rush.tasks().keys()).containsExactly(key);
    }

    @Test
    void whatAFeedHadReservedDoesNotComeBack() {
        rush.tasks().push(points(10));
        try (TaskFeed feed = worker.feed(5)) {
            String begun = feed.next(Duration.ZERO).orElseThrow().key();
            rush.resetData();
            feed.handIn(TaskResult.finished(begun, YS));
        }

        assertThat(rush.tasks().counts().total()).isZero();
        assertThat(network.keyNames()).containsExactlyInAnyOrder("workers", "worker:w");
    }

    @Test
    void archivesOfAllHandlesNotice() {
        Rush other = network.connect();
        rush.tasks().pushFinished(points(3), points(3));
        assertThat(other.archive().fetchNew().size()).isEqualTo(3);
        assertThat(worker.archive().fetchFinished().size()).isEqualTo(3);

        rush.resetData();
        assertThat(other.archive().fetchFinished().size()).isZero();
        List<String> keys = rush.tasks().pushFinished(points(5), points(5));

        assertThat(rush.archive().fetchNew().keys()).isEqualTo(keys);
        assertThat(other.archive().fetchNew().keys()).isEqualTo(keys);
        assertThat(worker.archive().fetchFinished().keys()).isEqualTo(keys);
    }

    @Test
    void whoWaitsIsWoken() throws Exception {
        List<String> keys = rush.tasks().push(points(2));
        pop(worker);
        pop(worker);
        Rush waiting = network.connect();
        RushWorker idling = network.worker("idle");
        CompletableFuture<AwaitOutcome> tasks =
                CompletableFuture.supplyAsync(() -> waiting.tasks().await(keys, PATIENCE), OWN_THREAD);
        CompletableFuture<Optional<TaskTable>> results =
                CompletableFuture.supplyAsync(() -> waiting.archive().awaitNew(PATIENCE), OWN_THREAD);
        CompletableFuture<Optional<Task>> idle = CompletableFuture.supplyAsync(() -> idling.pop(PATIENCE), OWN_THREAD);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> network.send("HLEN", network.key("waiting")).asLong() == 2
                        && network.send("SCARD", network.key("idle")).asLong() == 1);

        rush.resetData();

        assertThatThrownBy(() -> tasks.get(1, TimeUnit.MINUTES)).hasMessageContaining(keys.get(0));
        assertThat(idle).isNotDone();
        String key = rush.tasks().push(Map.of("x", 1L));
        assertThat(idle.get(1, TimeUnit.MINUTES).orElseThrow().key()).isEqualTo(key);
        List<String> finished = rush.tasks().pushFinished(points(1), points(1));
        assertThat(results.get(1, TimeUnit.MINUTES).orElseThrow().keys()).isEqualTo(finished);
    }
}
