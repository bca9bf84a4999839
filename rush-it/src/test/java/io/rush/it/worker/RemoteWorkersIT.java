package io.rush.it.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rush.api.Rush;
import io.rush.api.StopMode;
import io.rush.api.WorkerInfo;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerScript;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.WorkerException;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.FailureCause;
import io.rush.api.task.TaskState;
import io.rush.it.support.TestNetwork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that a script starts, run by a shell. */
class RemoteWorkersIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int NOT_CONNECTED = 3;
    private static final int TAKEN_OFF = 5;

    private final TestNetwork network = TestNetwork.open();
    private final Rush rush = network.rush();
    private final String gate = "rush-test-gate-" + UUID.randomUUID();

    @TempDir
    private Path directory;

    @AfterEach
    void closeNetwork() {
        network.send("DEL", gate);
        network.close();
    }

    @Test
    void workersWaitUntilTheyAreToldWhatToRunAndThoseThatComeLaterAreToldAtOnce() throws Exception {
        try (ShellWorkers shell = run(script().workers(2))) {
            await().atMost(PATIENCE).until(() -> rush.workers().count(WorkerState.PRE) == 2);
            WorkerInfo early = rush.workers().infos().get(0);
            assertThat(early.remote()).isTrue();
            assertThat(early.kind()).isEmpty();
            assertThat(early.hostName()).isPresent();
            assertThat(early.processId()).isPresent();
            assertThat(early.heartbeat()).isPresent();
            assertThat(early.runs()).isEmpty();
            List<String> keys = rush.tasks().push(List.of(Map.of("x", 1L), Map.of("x", 2L), Map.of("x", 3L)));

            List<String> started = rush.workers().startRemote(gated());

            assertThat(started)
                    .hasSize(2)
                    .containsExactlyInAnyOrderElementsOf(rush.workers().ids(WorkerState.RUNNING));
            assertThat(rush.workers().infos())
                    .allMatch(info -> info.runs().orElseThrow().equals(Gated.class.getName()));
            try (ShellWorkers late = run(script())) {
                rush.workers().await(3, PATIENCE);
                network.send("RPUSH", gate, "open", "open", "open");
                assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.DONE);

                rush.workers().stop(StopMode.TERMINATE);
                rush.workers().awaitStopped(rush.workers().ids(), PATIENCE);
                assertThat(late.exitCode()).isZero();
            }
            assertThat(shell.exitCode()).isZero();
            assertThat(rush.workers().allTerminated()).isTrue();
        }
    }

    @Test
    void aBusyWorkerIsKilledByItsHeartbeat() throws Exception {
        try (ShellWorkers busy = run(script())) {
            await().atMost(PATIENCE).until(() -> rush.workers().count(WorkerState.PRE) == 1);
            List<String> workers = rush.workers().startRemote(gated());
            List<String> keys = rush.tasks().push(List.of(Map.of("x", 1L)));
            await().atMost(PATIENCE).until(() -> rush.tasks().isRunning(keys.get(0)));

            assertThat(rush.workers().stop(StopMode.KILL, workers)).isEqualTo(workers);

            assertThat(rush.archive()
                            .fetchFailed()
                            .row(0)
                            .condition()
                            .orElseThrow()
                            .cause())
                    .isEqualTo(FailureCause.KILLED);
            assertThat(busy.exitCode()).isEqualTo(TAKEN_OFF);
            assertThat(busy.output()).contains(workers.get(0) + " ends: it was killed");
        }
    }

    @Test
    void aWaitingWorkerThatIsAskedToLeaveLeaves() throws Exception {
        try (ShellWorkers shell = run(script())) {
            await().atMost(PATIENCE).until(() -> rush.workers().count(WorkerState.PRE) == 1);
            List<String> workers = List.copyOf(rush.workers().ids());

            assertThat(rush.workers().stop(StopMode.TERMINATE, workers)).isEqualTo(workers);

            assertThat(shell.exitCode()).isZero();
            assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.TERMINATED);
        }
    }

    @Test
    void aClassThatIsMissingThereIsReportedInWords() throws Exception {
        try (ShellWorkers shell = run(script())) {
            await().atMost(PATIENCE).until(() -> rush.workers().count(WorkerState.PRE) == 1);

            assertThatThrownBy(() -> rush.workers().startRemote(WorkerSpec.ofFunction("com.example.Missing")))
                    .isInstanceOf(WorkerException.class)
                    .hasMessageContainingAll("com.example.Missing", "path of the workers");
            assertThat(shell.exitCode()).isEqualTo(1);
            assertThat(shell.output()).contains("cannot run what it was told to run", "com.example.Missing");
        }
        assertThat(rush.workers().states().values()).containsExactly(WorkerState.LOST);
    }

    @Test
    void aClassOfTheWrongTypeIsReportedInWords() throws Exception {
        try (ShellWorkers shell = run(script())) {
            await().atMost(PATIENCE).until(() -> rush.workers().count(WorkerState.PRE) == 1);

            assertThatThrownBy(() -> rush.workers().startRemote(WorkerSpec.ofFunction(Point.class.getName())))
                    .isInstanceOf(WorkerException.class)
                    .hasMessageContainingAll(Point.class.getName(), "is not a TaskFunction");
            assertThat(shell.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatIsNotReachedAndAMissingUrlAreReportedInWords() throws Exception {
        try (ShellWorkers lost = ShellWorkers.run(
                directory, rush.workers().workerScript(script()), Map.of("RUSH_REDIS_URL", "redis://127.0.0.1:1"))) {
            assertThat(lost.exitCode()).isEqualTo(NOT_CONNECTED);
            assertThat(lost.output()).contains("cannot join network " + network.id(), "refused");
        }
        try (ShellWorkers unset = ShellWorkers.run(directory, rush.workers().workerScript(script()), Map.of())) {
            assertThat(unset.exitCode()).isEqualTo(2);
            assertThat(unset.output()).contains("RUSH_REDIS_URL is not set");
        }
    }

    @Test
    void aNetworkThatIsResetIsReportedInWords() throws Exception {
        try (ShellWorkers shell = run(script())) {
            await().atMost(PATIENCE).until(() -> rush.workers().count(WorkerState.PRE) == 1);

            rush.reset();

            assertThat(shell.exitCode()).isIn(NOT_CONNECTED, TAKEN_OFF);
            assertThat(shell.output()).contains("the network was reset");
        }
    }

    @Test
    void aScriptThatIsAskedToEndLetsItsWorkersFinishTheirTasks() throws Exception {
        try (ShellWorkers shell = run(script().workers(2))) {
            await().atMost(PATIENCE).until(() -> rush.workers().count(WorkerState.PRE) == 2);
            List<String> workers = rush.workers().startRemote(gated());
            List<String> keys = rush.tasks().push(List.of(Map.of("x", 1L), Map.of("x", 2L)));
            await().atMost(PATIENCE).until(() -> rush.tasks().counts().running() == 2);

            shell.terminate();
            await().atMost(PATIENCE)
                    .until(() -> network.send("HVALS", network.key("workers")).asList().stream()
                            .allMatch(state -> state.asText().startsWith("terminating")));
            network.send("RPUSH", gate, "open", "open");

            rush.workers().awaitStopped(workers, PATIENCE);
            assertThat(rush.workers().allTerminated()).isTrue();
            assertThat(rush.tasks().states(keys).values()).containsOnly(TaskState.FINISHED);
            shell.exitCode();
        }
    }

    @Test
    void whatCannotTravelIsRefusedBeforeAnythingIsHandedOut() {
        List<WorkerSpec> specs = List.of(
                WorkerSpec.of((xs, context) -> xs),
                gated().jvmOptions(List.of("-Xmx1g")),
                gated().environment(Map.of("A", "b")));
        for (WorkerSpec spec : specs) {
            assertThatThrownBy(() -> rush.workers().startRemote(spec)).isInstanceOf(ConfigurationException.class);
        }
        assertThat(network.keyNames()).isEmpty();
        assertThat(rush.workers().startRemote(gated().kind(WorkerKind.THREAD))).isEmpty();
        assertThat(network.keyNames()).containsExactly("remote_start");
    }

    private WorkerScript script() {
        return WorkerScript.shell()
                .classPath(ShellWorkers.classPath())
                .heartbeat(Duration.ofSeconds(1), Duration.ofSeconds(20));
    }

    private ShellWorkers run(WorkerScript script) throws Exception {
        return ShellWorkers.run(
                directory, rush.workers().workerScript(script), Map.of("RUSH_REDIS_URL", network.url()));
    }

    private WorkerSpec gated() {
        return WorkerSpec.of(Gated.class).constants(Map.of("url", network.url(), "gate", gate));
    }
}
