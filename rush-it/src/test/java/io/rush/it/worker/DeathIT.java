package io.rush.it.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rush.api.Rush;
import io.rush.api.RushConfig;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.TaskCounts;
import io.rush.api.task.TaskState;
import io.rush.it.support.RemoteJvm;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workers that die unobserved are found by their heartbeat, in the background, with the tasks they held. */
class DeathIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int TAKEN_OFF = 5;

    private final TestNetwork network = TestNetwork.open();
    private final Rush rush = Rush.connect(RushConfig.builder(network.id())
            .redisUrl(network.url())
            .lostDetection(Duration.ofMillis(200))
            .build());
    private final String gate = "rush-test-gate-" + UUID.randomUUID();

    @AfterEach
    void closeNetwork() {
        rush.close();
        network.send("DEL", gate);
        network.close();
    }

    @Test
    void theTaskOfAKilledProcessFails() throws Exception {
        try (RemoteJvm worker = start(1)) {
            List<String> keys = running("wait");

            worker.kill();

            assertLost(keys);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"halt", "memory"})
    void theTaskThatEndsItsJvmFails(String how) throws Exception {
        try (RemoteJvm worker = start(1)) {
            List<String> keys = rush.tasks().push(List.of(Map.of("how", how)));

            assertLost(keys);
            assertThat(worker.exitCode()).isNotZero();
        }
    }

    @Test
    void aProcessThatIsStoppedForLongIsLostAndEndsAndWhatItDoesAfterwardsDoesNotCount() throws Exception {
        try (RemoteJvm worker = start(1)) {
            List<String> keys = running("wait");

            worker.signal("STOP");
            assertLost(keys);
            network.send("RPUSH", gate, "open");
            worker.signal("CONT");

            assertThat(worker.exitCode()).isIn(0, TAKEN_OFF);
            assertThat(rush.tasks().states(keys)).containsEntry(keys.get(0), TaskState.FAILED);
            assertThat(rush.archive().fetchFinished().size()).isZero();
            assertThat(network.send("EXISTS", network.key("heartbeat:w")).asLong())
                    .isZero();
        }
    }

    @Test
    void aWorkerThatDiesBetweenTasksLeavesNothingBehind() throws Exception {
        try (RemoteJvm worker = start(1)) {
            await().atMost(PATIENCE)
                    .until(() ->
                            network.send("SISMEMBER", network.key("idle"), "w").asLong() == 1);

            worker.kill();

            rush.workers().awaitStopped(List.of("w"), PATIENCE);
            assertThat(rush.workers().states()).containsEntry("w", WorkerState.LOST);
            assertThat(rush.tasks().counts().total()).isZero();
            assertThat(network.send("EXISTS", network.key("idle")).asLong()).isZero();
        }
    }

    @Test
    void tasksThatADeadWorkerHadReservedAndNotBegunGoBackToTheQueue() throws Exception {
        List<Map<String, String>> points = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            points.add(Map.of("how", "wait"));
        }
        List<String> keys = rush.tasks().push(points);
        try (RemoteJvm worker = start(16)) {
            await().atMost(PATIENCE).until(() -> rush.tasks().counts().running() == 16);
            // The first has begun once it waits at the gate.
            await().atMost(PATIENCE)
                    .until(() -> network.send("CLIENT", "LIST").asText().contains("cmd=blpop"));
            await().atMost(PATIENCE)
                    .until(() -> network.send("HKEYS", network.key("worker:w")).asList().stream()
                            .anyMatch(field -> field.asText().startsWith("begun:")));

            worker.kill();

            rush.workers().awaitStopped(List.of("w"), PATIENCE);
            TaskCounts counts = rush.tasks().counts();
            assertThat(counts.running()).isZero();
            assertThat(counts.queued() + counts.failed()).isEqualTo(16);
            assertThat(counts.queued()).isGreaterThanOrEqualTo(15);
            assertThat(rush.tasks().keys(TaskState.QUEUED)).isSubsetOf(keys);
        }
    }

    private RemoteJvm start(int prefetch) throws Exception {
        RemoteJvm worker = RemoteJvm.start(network, "w", "-Xmx64m");
        await().atMost(PATIENCE).until(() -> rush.workers().ids(WorkerState.PRE).contains("w"));
        assertThat(rush.workers()
                        .startRemote(WorkerSpec.of(Fatal.class)
                                .prefetch(prefetch)
                                .constants(Map.of("url", network.url(), "gate", gate))))
                .containsExactly("w");
        return worker;
    }

    private List<String> running(String how) {
        List<String> keys = rush.tasks().push(List.of(Map.of("how", how)));
        await().atMost(PATIENCE).until(() -> rush.tasks().isRunning(keys.get(0)));
        return keys;
    }

    private void assertLost(List<String> keys) {
        assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.DONE);
        Condition condition = rush.archive().fetchFailed().row(0).condition().orElseThrow();
        assertThat(condition.cause()).isEqualTo(FailureCause.LOST);
        assertThat(condition.message()).contains("worker has crashed or was killed");
        assertThat(rush.workers().states()).containsEntry("w", WorkerState.LOST);
    }
}
