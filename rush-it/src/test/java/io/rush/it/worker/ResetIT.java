package io.rush.it.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rush.api.Rush;
import io.rush.api.StopMode;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.task.TaskState;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A reset while workers start or are at work. */
class ResetIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<Map<String, Long>> TWO = List.of(Map.of("x", 1L), Map.of("x", 2L));

    private final TestNetwork network = TestNetwork.open();
    private final Rush rush = network.rush();
    private final Set<ProcessHandle> childrenBefore =
            ProcessHandle.current().children().collect(Collectors.toSet());
    private final String gate = "rush-test-gate-" + UUID.randomUUID();

    @AfterEach
    void closeNetwork() {
        network.send("DEL", gate);
        network.close();
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void aPoliteResetWaitsForTheCurrentTaskAndLeavesNoKey(WorkerKind kind) throws Exception {
        rush.workers().startLocal(gated(kind));
        awaitRunning(rush.tasks().push(TWO).get(0));
        CompletableFuture<Void> reset = CompletableFuture.runAsync(() -> rush.reset(StopMode.TERMINATE));
        await().atMost(PATIENCE)
                .until(() -> network.send("HLEN", network.key("waiting")).asLong() == 1);
        assertThat(reset).isNotDone();

        openGate();

        reset.get(1, TimeUnit.MINUTES);
        assertThat(network.keyNames()).isEmpty();
        assertThat(rush.tasks().counts().total()).isZero();
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void nothingThatAWorkerOfAnotherHandleDoesAfterAResetCounts(WorkerKind kind) {
        try (Rush other = Rush.connect(network.config())) {
            List<String> workers = other.workers().startLocal(gated(kind));
            awaitRunning(rush.tasks().push(TWO).get(0));

            rush.reset();
            assertThat(network.keyNames()).isEmpty();
            assertThat(rush.workers().ids()).isEmpty();
            openGate();

            awaitNoThreadOf(workers);
            awaitNoChild();
            assertThat(network.keyNames()).isEmpty();
        }
        assertThat(network.keyNames()).isEmpty();
    }

    @Test
    void workersThatAreStartingEndWithTheReset() {
        rush.workers().startLocal(gated(WorkerKind.PROCESS).workers(2).awaitStart(false));
        assertThat(children()).hasSize(2);

        rush.reset();

        awaitNoChild();
        assertThat(network.keyNames()).isEmpty();
    }

    @Test
    void startingWorkersOfAnotherHandleFindThatNobodyExpectsThem() {
        try (Rush other = Rush.connect(network.config())) {
            other.workers().startLocal(gated(WorkerKind.PROCESS).workers(2).awaitStart(false));
            assertThat(children()).hasSize(2);

            rush.reset();

            awaitNoChild();
            assertThat(network.keyNames()).isEmpty();
        }
        assertThat(network.keyNames()).isEmpty();
    }

    private WorkerSpec gated(WorkerKind kind) {
        return WorkerSpec.of(Gated.class).kind(kind).constants(Map.of("url", network.url(), "gate", gate));
    }

    private void openGate() {
        network.send("RPUSH", gate, "open");
    }

    private void awaitRunning(String key) {
        await().atMost(PATIENCE).until(() -> rush.tasks().states(List.of(key)).get(key) == TaskState.RUNNING);
    }

    private static void awaitNoThreadOf(List<String> workers) {
        await().atMost(PATIENCE)
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> workers.stream().anyMatch(thread.getName()::endsWith)));
    }

    private void awaitNoChild() {
        await().atMost(PATIENCE).until(() -> children().isEmpty());
    }

    private Set<ProcessHandle> children() {
        return ProcessHandle.current()
                .children()
                .filter(child -> !childrenBefore.contains(child))
                .collect(Collectors.toSet());
    }
}
