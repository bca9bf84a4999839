package io.rush.it.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rush.api.Rush;
import io.rush.api.StopMode;
import io.rush.api.WorkerAwaitOptions;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerState;
import io.rush.api.error.AwaitTimeoutException;
import io.rush.api.error.RushException;
import io.rush.api.error.StoreException;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.Awaited;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.Progress;
import io.rush.api.task.TaskState;
import io.rush.it.support.Jvm;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How workers end, and what becomes of the task they evaluate. */
class StoppingIT extends WorkerTestCase {
    private static final List<Map<String, Long>> ONE = List.of(Map.of("x", 1L));
    private static final List<Map<String, Long>> TWO = List.of(Map.of("x", 1L), Map.of("x", 2L));

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void aWorkerAskedToLeaveFinishesItsTaskFirst(WorkerKind kind) {
        List<String> workers = rush.workers().startLocal(gated(kind));
        List<String> keys = rush.tasks().push(TWO);
        awaitRunning(keys.get(0));

        assertThat(rush.workers().stop(StopMode.TERMINATE, workers)).isEqualTo(workers);
        assertThatThrownBy(() -> rush.workers().awaitStopped(workers, Duration.ofMillis(50)))
                .isInstanceOf(AwaitTimeoutException.class)
                .hasMessageContaining(workers.get(0));
        openGate(1);
        rush.workers().awaitStopped(workers, PATIENCE);

        assertThat(rush.tasks().states(keys))
                .isEqualTo(Map.of(keys.get(0), TaskState.FINISHED, keys.get(1), TaskState.QUEUED));
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.TERMINATED);
        assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.NO_WORKERS);
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void anIdleWorkerLeavesAtOnce(WorkerKind kind) {
        List<String> workers = rush.workers().startLocal(gated(kind).workers(2));

        rush.workers().stop(StopMode.TERMINATE);
        rush.workers().awaitStopped(workers, PATIENCE);

        assertThat(rush.workers().states().values()).containsExactly(WorkerState.TERMINATED, WorkerState.TERMINATED);
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void aWaitTellsHowManyWorkersRunAndHowManyHaveStopped(WorkerKind kind) {
        List<Progress> reports = new ArrayList<>();
        WorkerAwaitOptions options =
                WorkerAwaitOptions.defaults().timeout(PATIENCE).progress(reports::add);
        List<String> workers = rush.workers().startLocal(gated(kind).workers(2).awaitStart(false));

        rush.workers().await(workers, options);
        Progress started = reports.get(reports.size() - 1);
        rush.workers().stop(StopMode.TERMINATE, workers);
        rush.workers().awaitStopped(workers, options);
        Progress stopped = reports.get(reports.size() - 1);

        assertThat(List.of(started.awaited(), started.done(), started.total(), started.isLast()))
                .containsExactly(Awaited.RUNNING_WORKERS, 2L, 2L, true);
        assertThat(List.of(stopped.awaited(), stopped.done(), stopped.total(), stopped.isLast()))
                .containsExactly(Awaited.STOPPED_WORKERS, 2L, 2L, true);
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void theTaskOfAKilledWorkerFails(WorkerKind kind) {
        List<String> workers = rush.workers().startLocal(gated(kind));
        List<String> keys = rush.tasks().push(TWO);
        awaitRunning(keys.get(0));
        long processId = processOf(workers.get(0));

        assertThat(rush.workers().stop(StopMode.KILL, workers)).isEqualTo(workers);

        assertThat(rush.tasks().states(keys))
                .isEqualTo(Map.of(keys.get(0), TaskState.FAILED, keys.get(1), TaskState.QUEUED));
        assertThat(condition().cause()).isEqualTo(FailureCause.KILLED);
        assertThat(condition().message()).contains("killed");
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.KILLED);
        if (kind == WorkerKind.PROCESS) {
            awaitEnd(processId);
        }
    }

    @Test
    void theTaskOfAWorkerThatTheSystemKillsIsLost() {
        List<String> workers = rush.workers().startLocal(gated(WorkerKind.PROCESS));
        List<String> keys = rush.tasks().push(ONE);
        awaitRunning(keys.get(0));

        killFromOutside(workers.get(0));

        assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.DONE);
        assertThat(condition().cause()).isEqualTo(FailureCause.LOST);
        assertThat(condition().message()).contains("crashed or was killed", "exit code 137", "SIGKILL");
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.LOST);
    }

    @Test
    void aWaitEndsWhenTheLastWorkerIsLost() {
        List<String> workers = rush.workers().startLocal(gated(WorkerKind.PROCESS));
        List<String> keys = rush.tasks().push(TWO);
        awaitRunning(keys.get(0));

        killFromOutside(workers.get(0));

        assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.NO_WORKERS);
        assertThat(rush.tasks().states(keys))
                .isEqualTo(Map.of(keys.get(0), TaskState.FAILED, keys.get(1), TaskState.QUEUED));
    }

    @Test
    void anUnsupervisedWorkerOutlivesItsHandleUntilItIsAskedToLeave() {
        List<String> workers;
        try (Rush other = Rush.connect(network.config())) {
            workers = other.workers().startLocal(gated(WorkerKind.PROCESS).supervised(false));
        }
        long processId = processOf(workers.get(0));
        List<String> keys = rush.tasks().push(ONE);
        openGate(1);

        assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.DONE);
        assertThat(rush.tasks().states(keys)).containsEntry(keys.get(0), TaskState.FINISHED);
        assertThat(rush.workers().stop(StopMode.KILL, workers)).isEmpty();
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.RUNNING);

        assertThat(rush.workers().stop(StopMode.TERMINATE, workers)).isEqualTo(workers);
        rush.workers().awaitStopped(workers, PATIENCE);
        awaitEnd(processId);
    }

    @Test
    void aSupervisedWorkerEndsWithItsHandle() {
        List<String> workers;
        long processId;
        try (Rush other = Rush.connect(network.config())) {
            workers = other.workers().startLocal(gated(WorkerKind.PROCESS));
            processId = processOf(workers.get(0));
        }

        awaitEnd(processId);
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.KILLED);
    }

    @Test
    void aSupervisedWorkerEndsWithAParentThatIsKilledAndIsFoundAsLost() throws Exception {
        Process parent = Jvm.start(Parent.class, List.of(network.id(), network.url(), gate));
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.readLine()).isEqualTo("started");
            String worker = rush.workers().ids(WorkerState.RUNNING).get(0);
            long processId = processOf(worker);
            List<String> keys = rush.tasks().push(ONE);
            awaitRunning(keys.get(0));

            parent.destroyForcibly();

            awaitEnd(processId);
            assertThat(rush.workers().detectLost()).containsExactly(worker);
            assertThat(rush.workers().detectLost()).isEmpty();
            assertThat(rush.workers().states()).containsEntry(worker, WorkerState.LOST);
            assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.DONE);
            assertThat(condition().cause()).isEqualTo(FailureCause.LOST);
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void aWaitThatIsInterruptedEndsWithTheFlagSet() throws Exception {
        rush.workers().startLocal(gated(WorkerKind.THREAD));
        List<String> keys = rush.tasks().push(ONE);
        List<Runnable> waits = List.of(
                () -> rush.tasks().await(keys),
                () -> rush.archive().awaitNew(Rush.FOREVER),
                () -> rush.workers().awaitStopped(rush.workers().ids(), Rush.FOREVER));
        for (Runnable wait : waits) {
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                assertThatThrownBy(wait::run).isInstanceOf(RushException.class).hasMessageContaining("interrupted");
                flag.complete(Thread.currentThread().isInterrupted());
            });
            thread.setDaemon(true);
            thread.start();
            await().atMost(PATIENCE)
                    .until(() -> network.send("HLEN", network.key("waiting")).asLong() > 0);
            thread.interrupt();

            assertThat(flag.get(1, TimeUnit.MINUTES)).isTrue();
            network.send("DEL", network.key("waiting"));
        }
    }

    @Test
    void aClosedHandleSaysSo() {
        Rush closed = Rush.connect(network.config());
        closed.close();
        closed.close();

        assertThatThrownBy(() -> closed.tasks().counts())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> closed.workers().startLocal(gated(WorkerKind.THREAD)))
                .isInstanceOf(RushException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void workersThatDoNotRunAreSkipped() {
        List<String> workers = rush.workers().startLocal(gated(WorkerKind.THREAD));
        rush.workers().stop(StopMode.KILL, workers);

        assertThat(rush.workers().stop(StopMode.KILL, workers)).isEmpty();
        assertThat(rush.workers().stop(StopMode.TERMINATE, workers)).isEmpty();
        assertThat(rush.workers().stop(StopMode.TERMINATE, List.of("w-nobody"))).isEmpty();
        assertThat(rush.workers().stop(StopMode.TERMINATE, List.of())).isEmpty();
    }

    private void killFromOutside(String workerId) {
        long processId = processOf(workerId);
        assertThat(processId).isNotEqualTo(ProcessHandle.current().pid());
        assertThat(ProcessHandle.of(processId).orElseThrow().destroyForcibly()).isTrue();
    }

    private Condition condition() {
        assertThat(rush.archive().fetchFailed().size()).isEqualTo(1);
        return rush.archive().fetchFailed().row(0).condition().orElseThrow();
    }
}
