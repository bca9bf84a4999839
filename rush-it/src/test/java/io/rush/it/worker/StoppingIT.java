package io.rush.it.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rush.api.Rush;
import io.rush.api.StopMode;
import io.rush.api.WorkerInfo;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.error.AwaitTimeoutException;
import io.rush.api.error.RushException;
import io.rush.api.error.StoreException;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.TaskState;
import io.rush.it.support.Jvm;
import io.rush.it.support.TestNetwork;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How workers end, and what becomes of the task they evaluate. */
class StoppingIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<Map<String, Long>> ONE = List.of(Map.of("x", 1L));
    private static final List<Map<String, Long>> TWO = List.of(Map.of("x", 1L), Map.of("x", 2L));

    private final TestNetwork network = TestNetwork.open();
    private final Rush rush = network.rush();
    private final String gate = "rush-test-gate-" + UUID.randomUUID();

    @AfterEach
    void closeNetwork() throws Exception {
        network.send("DEL", gate);
        network.close();
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void aWorkerAskedToLeaveFinishesItsTaskFirst(WorkerKind kind) {
        List<String> workers = rush.workers().startLocal(gated(kind));
        List<String> keys = rush.tasks().push(TWO);
        awaitState(keys.get(0), TaskState.RUNNING);

        assertThat(rush.workers().stop(StopMode.TERMINATE, workers)).isEqualTo(workers);
        assertThatThrownBy(() -> rush.workers().awaitStopped(workers, Duration.ofMillis(50)))
                .isInstanceOf(AwaitTimeoutException.class)
                .hasMessageContaining(workers.get(0));
        openGate();
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
    void theTaskOfAKilledWorkerFails(WorkerKind kind) {
        List<String> workers = rush.workers().startLocal(gated(kind));
        List<String> keys = rush.tasks().push(TWO);
        awaitState(keys.get(0), TaskState.RUNNING);
        long processId = infoOf(workers.get(0)).processId().orElseThrow();

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
        awaitState(keys.get(0), TaskState.RUNNING);

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
        awaitState(keys.get(0), TaskState.RUNNING);

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
        long processId = infoOf(workers.get(0)).processId().orElseThrow();
        List<String> keys = rush.tasks().push(ONE);
        openGate();

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
            processId = infoOf(workers.get(0)).processId().orElseThrow();
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
            long processId = infoOf(worker).processId().orElseThrow();
            List<String> keys = rush.tasks().push(ONE);
            awaitState(keys.get(0), TaskState.RUNNING);

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

    private WorkerSpec gated(WorkerKind kind) {
        return WorkerSpec.of(Gated.class).kind(kind).constants(Map.of("url", network.url(), "gate", gate));
    }

    private void openGate() {
        network.send("RPUSH", gate, "open");
    }

    private void awaitState(String key, TaskState state) {
        await().atMost(PATIENCE).until(() -> rush.tasks().states(List.of(key)).get(key) == state);
    }

    private WorkerInfo infoOf(String workerId) {
        return rush.workers().infos().stream()
                .filter(info -> info.workerId().equals(workerId))
                .findFirst()
                .orElseThrow();
    }

    private void killFromOutside(String workerId) {
        long processId = infoOf(workerId).processId().orElseThrow();
        assertThat(processId).isNotEqualTo(ProcessHandle.current().pid());
        assertThat(ProcessHandle.of(processId).orElseThrow().destroyForcibly()).isTrue();
    }

    private static void awaitEnd(long processId) {
        await().atMost(PATIENCE)
                .until(() -> ProcessHandle.of(processId)
                        .filter(ProcessHandle::isAlive)
                        .isEmpty());
    }

    private Condition condition() {
        assertThat(rush.archive().fetchFailed().size()).isEqualTo(1);
        return rush.archive().fetchFailed().row(0).condition().orElseThrow();
    }
}
