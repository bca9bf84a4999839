package io.rush.it.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.RushWorker;
import io.rush.api.StopMode;
import io.rush.api.WorkerInfo;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSettings;
import io.rush.api.WorkerState;
import io.rush.api.error.ConfigurationException;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.FailureCause;
import io.rush.api.task.TaskState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Local workers that are started anew under their ids. */
class RestartIT extends WorkerTestCase {
    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void aRunningWorkerIsKilledAndStartedAnew(WorkerKind kind) {
        List<String> workers = rush.workers().startLocal(gated(kind));
        List<String> keys = pushAndAwaitStart();
        WorkerInfo before = infoOf(workers.get(0));

        assertThat(rush.workers().restart(workers)).isEqualTo(workers);

        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.RUNNING);
        assertThat(rush.archive().fetchFailed().row(0).condition().orElseThrow().cause())
                .isEqualTo(FailureCause.KILLED);
        assertThat(infoOf(workers.get(0)).started().orElseThrow())
                .isAfter(before.started().orElseThrow());
        openGate(2);
        List<String> more = rush.tasks().push(List.of(Map.of("x", 2L)));
        assertThat(rush.tasks().await(more, PATIENCE)).isEqualTo(AwaitOutcome.DONE);
        assertThat(rush.tasks().states(keys)).containsEntry(keys.get(0), TaskState.FAILED);
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void aWorkerThatLeftIsStartedAnew(WorkerKind kind) {
        List<String> workers = rush.workers().startLocal(gated(kind).workers(2));
        rush.workers().stop(StopMode.TERMINATE, workers);
        rush.workers().awaitStopped(workers, PATIENCE);
        assertThat(rush.workers().allTerminated()).isTrue();

        rush.workers().restart(workers, true);

        assertThat(rush.workers().ids(WorkerState.RUNNING)).containsExactlyInAnyOrderElementsOf(workers);
        assertThat(rush.workers().allTerminated()).isFalse();
    }

    @Test
    void lostWorkersAreStartedAnewOnDetectionIfThatIsAskedFor() {
        List<String> workers = rush.workers().startLocal(gated(WorkerKind.PROCESS));
        long processId = processOf(workers.get(0));
        assertThat(ProcessHandle.of(processId).orElseThrow().destroyForcibly()).isTrue();
        rush.workers().awaitStopped(workers, PATIENCE);

        assertThat(rush.workers().allLost()).isTrue();
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.LOST);
        rush.workers().detectLost(true);

        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.RUNNING);
        assertThat(processOf(workers.get(0))).isNotEqualTo(processId);
        assertThat(rush.workers().allLost()).isFalse();
    }

    @Test
    void whoeverWasNotStartedHereIsRefusedBeforeAnythingHappens() {
        List<String> workers = rush.workers().startLocal(gated(WorkerKind.THREAD));
        WorkerSettings settings = WorkerSettings.ofId("far").asRemote();
        try (RushWorker far = RushWorker.register(network.config(), settings)) {
            assertThatThrownBy(() -> rush.workers().restart(List.of(workers.get(0), far.workerId())))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContainingAll("far", "remote", "run its script again");
            assertThatThrownBy(() -> rush.workers().restart(List.of("nobody")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContainingAll("nobody", "not started by this handle");
        }
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.RUNNING);
    }

    @Test
    void aWorkerThatWasAnnouncedByAProcessThatDiedIsLost() throws Exception {
        List<String> workers = rush.workers().startLocal(gated(WorkerKind.THREAD));
        String announcer = network.send("HGET", network.key("worker:" + workers.get(0)), "announced_by")
                .asText();
        Process ended = new ProcessBuilder("true").start();
        assertThat(ended.waitFor()).isZero();
        String space = announcer.split(" ", -1)[0];
        network.send("HSET", network.key("workers"), "early", "pre 0");
        network.send(
                "HSET", network.key("worker:early"), "announced_by", space + " " + ended.pid() + " 1", "number", "1");
        network.send("HSET", network.key("workers"), "elsewhere", "pre 0");
        network.send("HSET", network.key("worker:elsewhere"), "announced_by", "moon " + ended.pid() + " 1");

        assertThat(rush.workers().detectLost()).containsExactly("early");
        assertThat(rush.workers().states())
                .containsEntry("early", WorkerState.LOST)
                .containsEntry("elsewhere", WorkerState.PRE);
    }
}
