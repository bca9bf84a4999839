package io.rush.it.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.FailureCause;
import io.rush.api.task.TaskState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Workers whose JVM is asked to end by the system. */
class SigtermIT extends WorkerTestCase {
    @Test
    void theWorkerFinishesItsTaskAndLeaves() {
        String worker = rush.workers().startLocal(gated(WorkerKind.PROCESS)).get(0);
        List<String> keys = rush.tasks().push(List.of(Map.of("x", 1L), Map.of("x", 2L)));
        awaitRunning(keys.get(0));

        terminate(worker);
        await().atMost(PATIENCE)
                .until(() -> network.send("HGET", network.key("workers"), worker)
                        .asText()
                        .startsWith("terminating"));
        assertThat(rush.tasks().isRunning(keys.get(0))).isTrue();
        openGate(2);

        rush.workers().awaitStopped(List.of(worker), PATIENCE);
        assertThat(rush.workers().states()).containsEntry(worker, WorkerState.TERMINATED);
        assertThat(rush.tasks().states(keys))
                .isEqualTo(Map.of(keys.get(0), TaskState.FINISHED, keys.get(1), TaskState.QUEUED));
    }

    @Test
    void anIdleWorkerLeavesAtOnce() {
        String worker = rush.workers().startLocal(gated(WorkerKind.PROCESS)).get(0);

        terminate(worker);

        rush.workers().awaitStopped(List.of(worker), PATIENCE);
        assertThat(rush.workers().states()).containsEntry(worker, WorkerState.TERMINATED);
    }

    @Test
    void aTaskThatIsNotOverWithinTheGraceFailsAsKilled() {
        String worker = rush.workers()
                .startLocal(gated(WorkerKind.PROCESS).shutdownGrace(Duration.ofMillis(200)))
                .get(0);
        List<String> keys = pushAndAwaitStart();

        terminate(worker);

        assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.DONE);
        assertThat(rush.archive().fetchFailed().row(0).condition().orElseThrow().cause())
                .isEqualTo(FailureCause.KILLED);
        assertThat(rush.workers().states()).containsEntry(worker, WorkerState.KILLED);
    }

    @Test
    void aTaskThatEndsItsJvmDoesNotWaitForTheGrace() {
        WorkerSpec spec = WorkerSpec.of(ExitsWhenCreated.class)
                .kind(WorkerKind.PROCESS)
                .awaitStart(false)
                .shutdownGrace(Duration.ofDays(1));

        List<String> workers = rush.workers().startLocal(spec);

        rush.workers().awaitStopped(workers, PATIENCE);
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.LOST);
    }

    private void terminate(String workerId) {
        assertThat(ProcessHandle.of(processOf(workerId)).orElseThrow().destroy())
                .isTrue();
    }
}
