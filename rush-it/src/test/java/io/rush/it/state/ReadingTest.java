package io.rush.it.state;

import static io.rush.api.task.TaskState.FAILED;
import static io.rush.api.task.TaskState.FINISHED;
import static io.rush.api.task.TaskState.QUEUED;
import static io.rush.api.task.TaskState.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.RushWorker;
import io.rush.api.task.Condition;
import io.rush.api.task.Task;
import io.rush.api.task.TaskCounts;
import io.rush.api.task.TaskResult;
import io.rush.api.task.TaskState;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told of the states of tasks. */
class ReadingTest extends StateTestCase {
    private void seedOneOfEach() {
        network.worker("w");
        raw.queued("q2", "q1");
        raw.queuedFor("w", "p");
        raw.running("r", "w:1-7");
        raw.finished("d2", "w:1-1");
        raw.finished("d1", "w:1-2");
        raw.failed("f2", "f1");
    }

    @Test
    void anEmptyNetworkHasNoTasks() {
        assertThat(rush.tasks().counts()).isEqualTo(new TaskCounts(0, 0, 0, 0, 0, 0));
        assertThat(rush.tasks().keys()).isEmpty();
        assertThat(rush.tasks().priorityCounts()).isEmpty();
        assertThat(rush.tasks().states(List.of("nothing"))).isEmpty();
        assertThat(network.keyNames()).isEmpty();
    }

    @Test
    void tasksAreCountedByState() {
        seedOneOfEach();

        assertThat(rush.tasks().counts()).isEqualTo(new TaskCounts(2, 1, 0, 1, 2, 2));
        assertThat(rush.tasks().counts().total()).isEqualTo(8);
        assertThat(rush.tasks().priorityCounts()).isEqualTo(Map.of("w", 1L));
    }

    @Test
    void keysStandInTheOrderOfTheirState() {
        seedOneOfEach();

        assertThat(rush.tasks().keys(QUEUED)).containsExactly("q2", "q1", "p");
        assertThat(rush.tasks().keys(RUNNING)).containsExactly("r");
        assertThat(rush.tasks().keys(FINISHED)).containsExactly("d2", "d1");
        assertThat(rush.tasks().keys(FAILED)).containsExactly("f2", "f1");
        assertThat(rush.tasks().keys()).containsExactlyInAnyOrder("q2", "q1", "p", "r", "d2", "d1", "f2", "f1");
    }

    @Test
    void keysOfSeveralStatesAreGivenByState() {
        seedOneOfEach();

        assertThat(rush.tasks().keys(Set.of(RUNNING, FINISHED)))
                .isEqualTo(Map.of(RUNNING, List.of("r"), FINISHED, List.of("d2", "d1")));
        assertThat(rush.tasks().keys(Set.of())).isEmpty();
    }

    @Test
    void statesAreToldInTheOrderAskedAndUnknownTasksLeftOut() {
        seedOneOfEach();

        Map<String, TaskState> states = rush.tasks().states(List.of("f1", "nothing", "p", "q1", "d1", "r"));

        assertThat(List.copyOf(states.entrySet()))
                .containsExactly(
                        Map.entry("f1", FAILED),
                        Map.entry("p", QUEUED),
                        Map.entry("q1", QUEUED),
                        Map.entry("d1", FINISHED),
                        Map.entry("r", RUNNING));
        assertThat(rush.tasks().isRunning("r")).isTrue();
        assertThat(rush.tasks().isRunning("nothing")).isFalse();
        assertThat(rush.tasks().isFailed("f2")).isTrue();
        assertThat(rush.tasks().isFailed("d1")).isFalse();
    }

    @Test
    void severalPagesOfKeysAndStatesAreRead() {
        String[] keys = IntStream.range(0, 1203).mapToObj(i -> "t" + i).toArray(String[]::new);
        raw.queued(keys);
        List<String> done = rush.tasks().pushFinished(points(1001), points(1001));

        assertThat(rush.tasks().states(List.of(keys))).hasSize(1203).containsEntry("t1202", QUEUED);
        assertThat(rush.tasks().keys(QUEUED)).containsExactly(keys);
        assertThat(rush.tasks().keys(FINISHED)).isEqualTo(done);
    }

    @Test
    void whileTasksMoveEachStandsInExactlyOneState() {
        RushWorker worker = network.worker("w");
        Set<String> all = new HashSet<>(rush.tasks().push(points(20)));
        CompletableFuture<Void> moving = CompletableFuture.runAsync(() -> move(worker));

        int looks = 0;
        while (!moving.isDone() || looks == 0) {
            List<String> keys = rush.tasks().keys(EnumSet.allOf(TaskState.class)).values().stream()
                    .flatMap(List::stream)
                    .toList();
            assertThat(keys).doesNotHaveDuplicates().hasSameSizeAs(all).containsAll(all);
            assertThat(rush.tasks().counts().total()).isEqualTo(all.size());
            assertThat(rush.tasks().states(all)).hasSameSizeAs(all);
            looks++;
        }
        moving.join();
    }

    /** Fails and retries every task many times, then finishes it. */
    private void move(RushWorker worker) {
        for (int round = 0; round < 20; round++) {
            List<TaskResult> results = worker.exchange(List.of(), 20, Duration.ZERO).tasks().stream()
                    .map(task -> TaskResult.failed(task.key(), Condition.error("again")))
                    .toList();
            worker.exchange(results, 0, Duration.ZERO);
            rush.tasks().retry(results.stream().map(TaskResult::key).toList());
        }
        for (Task task : worker.exchange(List.of(), 20, Duration.ZERO).tasks()) {
            worker.finish(task.key(), YS);
        }
    }
}
