package io.rush.it.worker;

import static org.awaitility.Awaitility.await;

import io.rush.api.Rush;
import io.rush.api.WorkerInfo;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** What tests of local workers stand on: a network of their own, and tasks that wait at a gate. */
abstract class WorkerTestCase {
    static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Options for JVMs that do not repay the second compiler. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    final TestNetwork network = TestNetwork.open();
    final Rush rush = network.rush();
    final String gate = "rush-test-gate-" + UUID.randomUUID();

    @AfterEach
    void closeNetwork() {
        network.send("DEL", gate);
        network.close();
    }

    WorkerSpec gated(WorkerKind kind) {
        return WorkerSpec.of(Gated.class)
                .kind(kind)
                .jvmOptions(kind == WorkerKind.PROCESS ? SHORT_LIVED : List.of())
                .constants(Map.of("url", network.url(), "gate", gate));
    }

    /** Lets some tasks pass. */
    void openGate(int tasks) {
        for (int i = 0; i < tasks; i++) {
            network.send("RPUSH", gate, "open");
        }
    }

    void awaitRunning(String key) {
        await().atMost(PATIENCE).until(() -> rush.tasks().isRunning(key));
    }

    /** Pushes a task and waits until it runs. */
    List<String> pushAndAwaitStart() {
        List<String> keys = rush.tasks().push(List.of(Map.of("x", 1L)));
        awaitRunning(keys.get(0));
        return keys;
    }

    WorkerInfo infoOf(String workerId) {
        return rush.workers().infos().stream()
                .filter(info -> info.workerId().equals(workerId))
                .findFirst()
                .orElseThrow();
    }

    long processOf(String workerId) {
        return infoOf(workerId).processId().orElseThrow();
    }

    static void awaitEnd(long processId) {
        await().atMost(PATIENCE)
                .until(() -> ProcessHandle.of(processId)
                        .filter(ProcessHandle::isAlive)
                        .isEmpty());
    }
}
