package io.rush.it.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.Rush;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.PushOptions;
import io.rush.api.task.TaskCounts;
import io.rush.api.task.TaskRow;
import io.rush.api.task.TaskState;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What local workers of both kinds make of a function or a loop. */
class EvaluationIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final TestNetwork network = TestNetwork.open();
    private final Rush rush = network.rush();

    @AfterEach
    void closeNetwork() throws Exception {
        network.close();
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void tenThousandTasksAreEachEvaluatedAndFinishedOnce(WorkerKind kind) {
        rush.workers().startLocal(WorkerSpec.of(CountedSquare.class).kind(kind).workers(4));
        List<String> keys = rush.tasks().push(points(10_000));

        await(keys);

        assertThat(rush.tasks().counts()).isEqualTo(new TaskCounts(0, 0, 0, 0, 10_000, 0));
        assertThat(rush.tasks().keys(TaskState.FINISHED)).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(rush.tasks().keys()).containsExactlyInAnyOrderElementsOf(keys);
        List<TaskRow> rows = rush.archive().fetchFinished().rows();
        assertThat(rows).hasSize(10_000).allSatisfy(row -> {
            long x = (long) row.xs().get("x");
            assertThat(row.key()).isEqualTo(keys.get((int) x));
            assertThat(row.ys()).containsEntry("y", x * x);
        });
        assertEachEvaluationCountsOnce(rows);
    }

    private static void assertEachEvaluationCountsOnce(List<TaskRow> rows) {
        Map<String, List<Long>> evaluations = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.workerId().orElseThrow(),
                        Collectors.mapping(row -> (Long) row.ys().get("evaluation"), Collectors.toList())));
        assertThat(evaluations)
                .isNotEmpty()
                .allSatisfy((worker, numbers) -> assertThat(numbers)
                        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, numbers.size())
                                .boxed()
                                .toList()));
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void aResetLeavesNoKeyOfTheNetwork(WorkerKind kind) {
        rush.workers().startLocal(WorkerSpec.of(CountedSquare.class).kind(kind).workers(2));
        List<String> keys = rush.tasks().push(points(1_000));
        await(keys);
        rush.tasks().pushFailed(points(3), List.of(Condition.error("by hand")));
        rush.hashes().write(Map.of("note", List.of("a", "b")));
        assertThat(network.keyNames()).hasSizeGreaterThan(1_000);

        rush.reset();

        assertThat(network.keyNames()).isEmpty();
        assertThat(rush.workers().ids()).isEmpty();
        assertThat(rush.archive().fetchFinished().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void constantsAndGlobalsReachTheFunction(WorkerKind kind) {
        Map<String, Object> constants = Map.of("factor", 2.5, "names", List.of("a", "b"));
        Map<String, Object> globals = Map.of("limits", Map.of("x", 10L));
        List<String> workers = rush.workers()
                .startLocal(WorkerSpec.of(WhatItKnows.class)
                        .kind(kind)
                        .constants(constants)
                        .globals(globals));
        List<String> keys = rush.tasks().push(points(1));

        await(keys);

        assertThat(rush.archive().fetchFinished().row(0).ys())
                .isEqualTo(Map.of(
                        "constants", constants, "globals", globals, "task", keys.get(0), "worker", workers.get(0)));
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void recordsGoInAndComeOut(WorkerKind kind) {
        rush.workers().startLocal(WorkerSpec.of(Distance.class).kind(kind));

        await(rush.tasks().push(List.of(new Point(1.5, 2), new Point(0.5, 3))));

        assertThat(rush.archive().fetchFinished().toRecords(Length.class))
                .containsExactly(new Length(3, "n=2"), new Length(1.5, "n=3"));
        assertThat(rush.archive().fetchFinished().toRecords(Point.class))
                .containsExactly(new Point(1.5, 2), new Point(0.5, 3));
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void whateverAFunctionDoesWrongFailsItsTaskInWordsAndTheWorkerGoesOn(WorkerKind kind) {
        List<String> workers =
                rush.workers().startLocal(WorkerSpec.of(Moody.class).kind(kind));
        List<Map<String, String>> moods = List.of(
                Map.of("mood", "throw"), Map.of("mood", "null"), Map.of("mood", "object"), Map.of("mood", "good"));

        List<String> keys = rush.tasks().push(moods);
        await(keys);

        assertThat(rush.tasks().keys(TaskState.FINISHED)).containsExactly(keys.get(3));
        Map<String, Condition> conditions = rush.archive().fetchFailed().stream()
                .collect(Collectors.toMap(
                        row -> (String) row.xs().get("mood"),
                        row -> row.condition().orElseThrow()));
        assertThat(conditions).containsOnlyKeys("throw", "null", "object");
        assertThat(conditions.values()).extracting(Condition::cause).containsOnly(FailureCause.ERROR);
        assertThat(conditions.get("throw").message()).isEqualTo("no convergence");
        assertThat(conditions.get("throw").stackTrace().orElseThrow()).contains(Moody.class.getName());
        assertThat(conditions.get("null").message()).contains("returned null", Moody.class.getName());
        assertThat(conditions.get("object").message()).contains("model[0]", "java.lang.Object");
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.RUNNING);
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void workersLeaveWhenTheQueueIsEmptyIfThePushAskedForIt(WorkerKind kind) {
        List<String> workers = rush.workers()
                .startLocal(WorkerSpec.of(CountedSquare.class).kind(kind).workers(2));

        List<String> keys = rush.tasks().push(points(50), PushOptions.none().terminateWorkers(true));
        rush.workers().awaitStopped(workers, PATIENCE);

        assertThat(rush.tasks().states(keys).values()).hasSize(50).containsOnly(TaskState.FINISHED);
        assertThat(rush.workers().states().values()).containsExactly(WorkerState.TERMINATED, WorkerState.TERMINATED);
        assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.DONE);
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void aLoopOfTheUsersInventsItsOwnTasks(WorkerKind kind) {
        List<String> workers = rush.workers()
                .startLocal(WorkerSpec.ofLoop(RandomSearch.class)
                        .kind(kind)
                        .workers(3)
                        .constants(Map.of("budget", 200L)));

        rush.workers().awaitStopped(workers, PATIENCE);

        assertThat(rush.workers().states().values()).hasSize(3).containsOnly(WorkerState.TERMINATED);
        TaskCounts counts = rush.tasks().counts();
        assertThat(counts.finished()).isBetween(200L, 202L);
        assertThat(counts.total()).isEqualTo(counts.finished());
        assertThat(rush.archive().fetchFinished().rows()).allSatisfy(row -> {
            double x = (double) row.xs().get("x");
            assertThat(row.ys()).containsEntry("y", x * x);
            assertThat(row.ysExtra().get("by")).isEqualTo(row.workerId().orElseThrow());
        });
    }

    private static List<Map<String, Object>> points(int number) {
        return IntStream.range(0, number)
                .mapToObj(x -> Map.<String, Object>of("x", (long) x))
                .toList();
    }

    private void await(List<String> keys) {
        assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.DONE);
    }
}
