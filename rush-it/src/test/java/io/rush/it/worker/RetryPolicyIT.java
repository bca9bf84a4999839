package io.rush.it.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rush.api.Rush;
import io.rush.api.StopMode;
import io.rush.api.WorkerSpec;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.FailureCause;
import io.rush.api.task.PushOptions;
import io.rush.api.task.RetryPolicy;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskRow;
import io.rush.api.task.TaskState;
import io.rush.it.support.RawTasks;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks are retried whoever dies. */
class RetryPolicyIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TestNetwork network = TestNetwork.open();
    private final RawTasks raw = new RawTasks(network);
    private final Rush rush = network.rush();
    private final String gate = "rush-test-gate-" + UUID.randomUUID();

    @AfterEach
    void closeNetwork() {
        network.send("DEL", gate);
        network.close();
    }

    private static String push(Rush rush, Map<String, ?> xs, RetryPolicy policy) {
        return rush.tasks()
                .push(List.of(xs), PushOptions.none().retryPolicy(policy))
                .get(0);
    }

    private String ownerOf(String key) {
        return rush.archive().fetchRunning(TaskField.WORKER_ID).stream()
                .filter(row -> row.key().equals(key))
                .map(row -> row.workerId().orElseThrow())
                .findFirst()
                .orElse("");
    }

    private long processOf(String workerId) {
        return rush.workers().infos().stream()
                .filter(info -> info.workerId().equals(workerId))
                .findFirst()
                .orElseThrow()
                .processId()
                .orElseThrow();
    }

    @Test
    void theTaskOfAKilledProcessIsRunByAnother() {
        rush.workers()
                .startLocal(
                        WorkerSpec.of(Gated.class).workers(2).constants(Map.of("url", network.url(), "gate", gate)));
        String key =
                push(rush, Map.of("x", 1L), RetryPolicy.on(FailureCause.LOST).firstDelay(Duration.ofMillis(10)));
        await().atMost(PATIENCE).until(() -> !ownerOf(key).isEmpty());
        String first = ownerOf(key);

        ProcessHandle.of(processOf(first)).orElseThrow().destroyForcibly();
        await().atMost(PATIENCE)
                .until(() -> !ownerOf(key).isEmpty() && !ownerOf(key).equals(first));
        network.send("RPUSH", gate, "open", "open");

        assertThat(rush.tasks().await(List.of(key), PATIENCE)).isEqualTo(AwaitOutcome.DONE);
        TaskRow row = rush.archive()
                .fetchFinished(TaskField.WORKER_ID, TaskField.N_RETRIES, TaskField.LAST_CONDITION)
                .row(0);
        assertThat(row.workerId()).isPresent().isNotEqualTo(Optional.of(first));
        assertThat(row.retries()).isEqualTo(1);
        assertThat(row.lastCondition().orElseThrow().cause()).isEqualTo(FailureCause.LOST);
    }

    @Test
    void aDelayedTaskOutlivesEveryProcessOfTheNetwork() {
        String key;
        try (Rush first = Rush.connect(network.config())) {
            List<String> workers = first.workers().startLocal(WorkerSpec.of(Moody.class));
            key = push(
                    first,
                    Map.of("mood", "throw"),
                    RetryPolicy.on(FailureCause.ERROR).maxRetries(1).firstDelay(Duration.ofHours(1)));
            await().atMost(PATIENCE).until(() -> first.tasks().counts().delayed() == 1);
            first.workers().stop(StopMode.KILL, workers);
        }
        assertThat(rush.tasks().await(List.of(key), PATIENCE)).isEqualTo(AwaitOutcome.NO_WORKERS);
        raw.letDelayedBeDue();

        rush.workers().startLocal(WorkerSpec.of(Moody.class));

        assertThat(rush.tasks().await(List.of(key), PATIENCE)).isEqualTo(AwaitOutcome.DONE);
        assertThat(rush.tasks().states(List.of(key))).containsEntry(key, TaskState.FAILED);
        assertThat(raw.hash(key)).containsEntry("n_retries", "1");
    }

    @Test
    void waitingEndsWhenTheLastProcessIsKilled() {
        List<String> workers = rush.workers()
                .startLocal(WorkerSpec.of(Gated.class).constants(Map.of("url", network.url(), "gate", gate)));
        String key =
                push(rush, Map.of("x", 1L), RetryPolicy.on(FailureCause.LOST).firstDelay(Duration.ofHours(1)));
        await().atMost(PATIENCE).until(() -> !ownerOf(key).isEmpty());

        ProcessHandle.of(processOf(workers.get(0))).orElseThrow().destroyForcibly();

        assertThat(rush.tasks().await(List.of(key), PATIENCE)).isEqualTo(AwaitOutcome.NO_WORKERS);
        assertThat(raw.delayed()).containsOnlyKeys(key);
    }
}
