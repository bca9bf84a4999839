package io.rush.it.loops;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.Rush;
import io.rush.api.StopMode;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.PushOptions;
import io.rush.api.task.RetryPolicy;
import io.rush.api.task.TaskCounts;
import io.rush.api.task.TaskRow;
import io.rush.api.task.TaskState;
import io.rush.it.support.RawTasks;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A task that takes longer than its timeout fails, whether its function obeys the interrupt or not. */
class TimeoutIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final int DEPTH = 16;

    private final TestNetwork network = TestNetwork.open();
    private final Rush rush = network.rush();
    private final RawTasks raw = new RawTasks(network);
    private final String gate = "rush-test-gate-" + UUID.randomUUID();

    @AfterEach
    void closeNetwork() {
        network.send("RPUSH", gate, "open");
        network.send("EXPIRE", gate, "60");
        network.close();
    }

    @ParameterizedTest
    @EnumSource
    void aFunctionThatObeysIsInterruptedAndTheWorkerGoesOnInItsThread(WorkerKind kind) {
        List<String> workers = rush.workers().startLocal(hanging(kind));

        String late = pushTimed("hang");
        List<String> others = push("return", "return");
        await(List.of(late));
        await(others);

        Condition condition = failure();
        assertThat(condition.cause()).isEqualTo(FailureCause.TIMEOUT);
        assertThat(condition.message()).contains("timeout of 0.05 s", "interrupted", late);
        assertThat(threads(others)).containsOnly("rush-worker-" + workers.get(0) + "-lane-1");
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.RUNNING);
    }

    @ParameterizedTest
    @EnumSource
    void aFunctionThatIgnoresItIsAbandonedAndWhatItReturnsDoesNotCount(WorkerKind kind) {
        List<String> workers = rush.workers().startLocal(hanging(kind));

        String late = pushTimed("ignore");
        List<String> others = push("return", "return");
        await(List.of(late));
        await(others);

        Condition condition = failure();
        String thread = "rush-worker-" + workers.get(0) + "-lane-1";
        assertThat(condition.cause()).isEqualTo(FailureCause.TIMEOUT);
        assertThat(condition.message())
                .contains("timeout of 0.05 s", "for 0.02 s", Hanging.class.getName(), thread, "abandoned", "lives on");
        assertThat(threads(others)).containsOnly(thread + ".2");

        network.send("RPUSH", gate, "open");
        assertThat(network.send("BLPOP", gate + ":over", "60").isNil()).isFalse();
        await(push("return"));
        assertThat(rush.tasks().isFailed(late)).isTrue();
        assertThat(raw.hash(late)).doesNotContainKey("ys");
        assertThat(rush.tasks().counts()).isEqualTo(new TaskCounts(0, 0, 0, 0, 3, 1));
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.RUNNING);
    }

    @ParameterizedTest
    @EnumSource
    void reservedTasksOfAnAbandonedThreadAreEvaluatedByTheNext(WorkerKind kind) {
        List<Map<String, String>> xss = new ArrayList<>(Collections.nCopies(DEPTH, Map.of("do", "return")));
        xss.set(1, Map.of("do", "ignore"));
        List<Duration> timeouts = new ArrayList<>(Collections.nCopies(DEPTH, PATIENCE));
        timeouts.set(1, SHORT);
        List<String> keys = rush.tasks().push(xss, PushOptions.none().timeouts(timeouts));

        List<String> workers = rush.workers().startLocal(hanging(kind).prefetch(DEPTH));
        await(keys);

        assertThat(raw.failed()).containsExactly(keys.get(1));
        assertThat(failure().cause()).isEqualTo(FailureCause.TIMEOUT);
        String thread = "rush-worker-" + workers.get(0) + "-lane-1";
        assertThat(threads(keys.subList(0, 1))).containsExactly(thread);
        assertThat(threads(keys.subList(2, DEPTH))).containsOnly(thread + ".2");
        assertThat(keys).allSatisfy(key -> assertThat(raw.hash(key)).doesNotContainKey("n_retries"));
    }

    @ParameterizedTest
    @CsvSource({"THREAD, hang", "THREAD, ignore", "PROCESS, hang", "PROCESS, ignore"})
    void aTaskThatTimesOutIsRetriedByItsPolicy(WorkerKind kind, String todo) {
        rush.workers().startLocal(hanging(kind));

        List<String> keys = rush.tasks()
                .push(
                        List.of(Map.of("do", todo)),
                        PushOptions.none()
                                .timeout(SHORT)
                                .retryPolicy(
                                        RetryPolicy.on(FailureCause.TIMEOUT).firstDelay(Duration.ZERO)));
        await(keys);

        TaskRow row = rush.archive().fetchFinished().row(0);
        assertThat(row.key()).isEqualTo(keys.get(0));
        assertThat(raw.hash(keys.get(0))).containsEntry("n_retries", "1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, DEPTH})
    void anAbandonedThreadEndsWithItsFunction(int depth) throws Exception {
        AtomicReference<Thread> abandoned = new AtomicReference<>();
        CountDownLatch release = new CountDownLatch(1);
        rush.workers()
                .startLocal(WorkerSpec.of((xs, context) -> {
                            abandoned.set(Thread.currentThread());
                            Ignorance.until(release);
                            throw new IllegalStateException("too late to count");
                        })
                        .kind(WorkerKind.THREAD)
                        .prefetch(depth)
                        .loopOptions(Map.of("interruptGrace", 0.02)));
        String late = pushTimed("ignore");
        await(List.of(late));

        assertThat(abandoned.get().isAlive()).isTrue();
        release.countDown();
        abandoned.get().join(PATIENCE.toMillis());

        assertThat(abandoned.get().isAlive()).isFalse();
        assertThat(failure().cause()).isEqualTo(FailureCause.TIMEOUT);
    }

    @ParameterizedTest
    @EnumSource
    void aWorkerLeavesThoughAnAbandonedThreadLivesOn(WorkerKind kind) {
        List<String> workers = rush.workers().startLocal(hanging(kind));
        await(List.of(pushTimed("ignore")));

        rush.workers().stop(StopMode.TERMINATE, workers);
        rush.workers().awaitStopped(workers, PATIENCE);

        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.TERMINATED);
    }

    @Test
    void aTaskThatEndsBeforeItsTimeoutIsFinished() {
        rush.workers().startLocal(hanging(WorkerKind.THREAD));

        List<String> keys = rush.tasks()
                .push(
                        Collections.nCopies(200, Map.of("do", "return")),
                        PushOptions.none().timeout(PATIENCE));
        await(keys);

        assertThat(rush.tasks().states(keys).values()).containsOnly(TaskState.FINISHED);
    }

    private WorkerSpec hanging(WorkerKind kind) {
        return WorkerSpec.of(Hanging.class)
                .kind(kind)
                .constants(Map.of("url", network.url(), "gate", gate))
                .loopOptions(Map.of("interruptGrace", 0.02));
    }

    private String pushTimed(String todo) {
        return rush.tasks()
                .push(List.of(Map.of("do", todo)), PushOptions.none().timeout(SHORT))
                .get(0);
    }

    private List<String> push(String... todos) {
        return rush.tasks()
                .push(List.of(todos).stream().map(todo -> Map.of("do", todo)).toList());
    }

    private List<Object> threads(List<String> keys) {
        return rush.archive().fetchFinished().stream()
                .filter(row -> keys.contains(row.key()))
                .map(row -> row.ys().get("thread"))
                .toList();
    }

    private Condition failure() {
        List<TaskRow> failed = rush.archive().fetchFailed().rows();
        assertThat(failed).hasSize(1);
        return failed.get(0).condition().orElseThrow();
    }

    private void await(List<String> keys) {
        assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.DONE);
    }
}
