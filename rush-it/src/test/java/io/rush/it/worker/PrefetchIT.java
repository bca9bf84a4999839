package io.rush.it.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rush.api.Rush;
import io.rush.api.StopMode;
import io.rush.api.WorkerInfo;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.FailureCause;
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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Workers that have sixteen tasks at hand, and what becomes of these however the workers end. */
class PrefetchIT {
    private static final int DEPTH = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final TestNetwork network = TestNetwork.open();
    private final Rush rush = network.rush();
    private final RawTasks raw = new RawTasks(network);
    private final String gate = "rush-test-gate-" + UUID.randomUUID();

    @AfterEach
    void closeNetwork() throws Exception {
        network.send("DEL", gate);
        network.close();
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void tenThousandTasksAreEachEvaluatedAndFinishedOnce(WorkerKind kind) {
        rush.workers()
                .startLocal(
                        WorkerSpec.of(CountedSquare.class).kind(kind).workers(2).prefetch(DEPTH));
        List<String> keys = rush.tasks().push(points(10_000));

        awaitDone(keys);

        assertThat(rush.tasks().counts()).isEqualTo(new TaskCounts(0, 0, 0, 0, 10_000, 0));
        assertThat(rush.tasks().keys(TaskState.FINISHED)).containsExactlyInAnyOrderElementsOf(keys);
        List<TaskRow> rows = rush.archive().fetchFinished().rows();
        assertThat(rows).allSatisfy(row -> {
            long x = (long) row.xs().get("x");
            assertThat(row.key()).isEqualTo(keys.get((int) x));
            assertThat(row.ys()).containsEntry("y", x * x);
            assertThat(row.retries()).isZero();
        });
        Map<String, Set<Object>> evaluations = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.workerId().orElseThrow(),
                        Collectors.mapping(row -> row.ys().get("evaluation"), Collectors.toSet())));
        assertThat(evaluations.values())
                .allSatisfy(numbers -> assertThat(numbers).contains(1L, (long) numbers.size()));
        assertThat(evaluations.values().stream().mapToInt(Set::size).sum()).isEqualTo(10_000);
    }

    @Test
    void ofAWorkerThatTheSystemKillsTheTaskThatRunsIsLostAndAnotherWorkerFinishesTheOthers() {
        List<String> victims = rush.workers().startLocal(gated(WorkerKind.PROCESS));
        List<String> keys = rush.tasks().push(points(DEPTH));
        awaitRunning(DEPTH);

        long processId = infoOf(victims.get(0)).processId().orElseThrow();
        assertThat(ProcessHandle.of(processId).orElseThrow().destroyForcibly()).isTrue();
        assertThat(rush.tasks().await(keys.subList(0, 1), PATIENCE)).isEqualTo(AwaitOutcome.DONE);

        assertThat(raw.queue()).isEqualTo(keys.subList(1, DEPTH));
        openGate(DEPTH);
        List<String> others = rush.workers().startLocal(gated(WorkerKind.PROCESS));
        awaitDone(keys);
        assertThat(raw.failed()).containsExactly(keys.get(0));
        assertThat(causeOfTheFailure()).isEqualTo(FailureCause.LOST);
        assertThat(rush.archive().fetchFinished().rows()).hasSize(DEPTH - 1).allSatisfy(row -> {
            assertThat(row.workerId()).hasValue(others.get(0));
            assertThat(row.retries()).isZero();
        });
    }

    @Test
    void aTaskThatBreaksItsWorkersFailsAloneAndBreaksTwoAtMost() {
        List<Map<String, Long>> points = new ArrayList<>(points(100));
        points.add(37, Map.of("x", -1L));
        List<String> keys = rush.tasks().push(points);
        WorkerSpec spec = WorkerSpec.of(Poison.class).kind(WorkerKind.PROCESS).prefetch(DEPTH);

        do {
            rush.workers().startLocal(spec.awaitStart(false));
        } while (rush.tasks().await(keys, PATIENCE) == AwaitOutcome.NO_WORKERS);

        assertThat(raw.failed()).containsExactly(keys.get(37));
        assertThat(causeOfTheFailure()).isEqualTo(FailureCause.LOST);
        assertThat(rush.tasks().counts()).isEqualTo(new TaskCounts(0, 0, 0, 0, 100, 1));
        assertThat(raw.finished()).doesNotHaveDuplicates();
        assertThat(Collections.frequency(rush.workers().states().values(), WorkerState.LOST))
                .isBetween(1, 2);
        assertThat(rush.archive().fetchFinished().rows())
                .allSatisfy(row -> assertThat(row.retries()).isZero());
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void aWorkerThatIsAskedToLeaveFinishesItsTaskAndGivesBackTheOthers(WorkerKind kind) {
        List<String> workers = rush.workers().startLocal(gated(kind));
        List<String> keys = rush.tasks().push(points(DEPTH + 4));
        awaitRunning(DEPTH);

        rush.workers().stop(StopMode.TERMINATE, workers);
        openGate(1);
        rush.workers().awaitStopped(workers, PATIENCE);

        assertThat(raw.finished()).containsExactly(keys.get(0));
        assertThat(raw.queue()).isEqualTo(keys.subList(1, DEPTH + 4));
        assertThat(raw.running()).isEmpty();
        assertThat(raw.failed()).isEmpty();
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.TERMINATED);
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void ofAKilledWorkerTheTaskThatRunsFailsAndTheOthersAreQueuedAgain(WorkerKind kind) {
        List<String> workers = rush.workers().startLocal(gated(kind));
        List<String> keys = rush.tasks().push(points(DEPTH + 4));
        awaitRunning(DEPTH);

        rush.workers().stop(StopMode.KILL, workers);

        assertThat(raw.failed()).containsExactly(keys.get(0));
        assertThat(causeOfTheFailure()).isEqualTo(FailureCause.KILLED);
        rush.workers().awaitStopped(workers, PATIENCE);
        assertThat(raw.queue()).isEqualTo(keys.subList(1, DEPTH + 4));
        assertThat(raw.running()).isEmpty();
    }

    @Test
    void aFunctionThatInterruptsItsThreadHandsInItsResultAndTheOthersAreGivenBack() {
        List<String> keys = rush.tasks().push(points(DEPTH + 4));
        List<String> workers = rush.workers()
                .startLocal(WorkerSpec.of((xs, context) -> {
                            if ((long) xs.get("x") == 2) {
                                Thread.currentThread().interrupt();
                            }
                            return xs;
                        })
                        .kind(WorkerKind.THREAD)
                        .prefetch(DEPTH));

        rush.workers().awaitStopped(workers, PATIENCE);

        assertThat(raw.finished()).isEqualTo(keys.subList(0, 3));
        assertThat(raw.queue()).isEqualTo(keys.subList(3, DEPTH + 4));
        assertThat(raw.running()).isEmpty();
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.TERMINATED);
    }

    private WorkerSpec gated(WorkerKind kind) {
        return WorkerSpec.of(Gated.class)
                .kind(kind)
                .prefetch(DEPTH)
                .constants(Map.of("url", network.url(), "gate", gate));
    }

    private void openGate(int tasks) {
        IntStream.range(0, tasks).forEach(i -> network.send("RPUSH", gate, "open"));
    }

    private void awaitRunning(int tasks) {
        await().atMost(PATIENCE).until(() -> raw.running().size() == tasks);
    }

    private void awaitDone(List<String> keys) {
        assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.DONE);
    }

    private FailureCause causeOfTheFailure() {
        return rush.archive().fetchFailed().row(0).condition().orElseThrow().cause();
    }

    private WorkerInfo infoOf(String workerId) {
        return rush.workers().infos().stream()
                .filter(info -> info.workerId().equals(workerId))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, Long>> points(int number) {
        return IntStream.range(0, number).mapToObj(x -> Map.of("x", (long) x)).toList();
    }
}
