package io.rush.it.loops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Rush;
import io.rush.api.StopMode;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.error.ConfigurationException;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.FailureCause;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskRow;
import io.rush.it.support.TestNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The loop {@code process} in workers of both kinds, with real child JVMs. */
class ProcessLoopIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TestNetwork network = TestNetwork.open();
    private final Rush rush = network.rush();

    @AfterEach
    void closeNetwork() throws Exception {
        network.close();
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void everyTaskIsEvaluatedOnceWithTheConstants(WorkerKind kind) {
        List<String> workers = rush.workers()
                .startLocal(WorkerSpec.of(Product.class)
                        .kind(kind)
                        .loopName("process")
                        .constants(Map.of("factor", 3L)));

        await(rush.tasks().push(points(5)));

        List<TaskRow> rows = rush.archive().fetchFinished().rows();
        assertThat(rows).hasSize(5).allSatisfy(row -> {
            assertThat(row.ys()).containsEntry("y", (long) row.xs().get("x") * 3);
            assertThat(workers).contains((String) row.ys().get("by"));
        });
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void aWorkerThatIsKilledLeavesNoChildBehind(WorkerKind kind, @TempDir Path directory) throws Exception {
        String worker = rush.workers()
                .startLocal(WorkerSpec.of(Held.class).kind(kind).loopName("process"))
                .get(0);
        ProcessHandle child = childThatWorks(directory);
        List<ProcessHandle> siblings = siblingsOf(child);

        rush.workers().stop(StopMode.KILL, List.of(worker));

        awaitEnd(siblings);
        assertThat(rush.workers().states()).containsEntry(worker, WorkerState.KILLED);
    }

    @Test
    void aWorkerThatDiesLeavesNoChildBehindAndItsTaskIsLost(@TempDir Path directory) throws Exception {
        rush.workers()
                .startLocal(WorkerSpec.of(Held.class).kind(WorkerKind.PROCESS).loopName("process"));
        ProcessHandle child = childThatWorks(directory);
        List<ProcessHandle> siblings = siblingsOf(child);

        child.parent().orElseThrow().destroyForcibly();

        awaitEnd(siblings);
        await(rush.tasks().keys());
        assertThat(rush.archive()
                        .fetchFailed(TaskField.CONDITION)
                        .rows()
                        .get(0)
                        .condition()
                        .orElseThrow()
                        .cause())
                .isEqualTo(FailureCause.LOST);
    }

    /** The one that has a task; the worker's other children are the spare. */
    private ProcessHandle childThatWorks(Path directory) throws Exception {
        Path file = directory.resolve("pid");
        rush.tasks().push(List.of(Map.of("file", file.toString())));
        Awaitility.await().atMost(PATIENCE).until(() -> Files.exists(file));
        return ProcessHandle.of(Long.parseLong(Files.readString(file))).orElseThrow();
    }

    private static List<ProcessHandle> siblingsOf(ProcessHandle child) {
        ProcessHandle worker = child.parent().orElseThrow();
        Awaitility.await().atMost(PATIENCE).until(() -> childJvms(worker).size() == 2);
        return childJvms(worker);
    }

    private static List<ProcessHandle> childJvms(ProcessHandle worker) {
        return worker.children()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .toList();
    }

    private static void awaitEnd(List<ProcessHandle> processes) {
        Awaitility.await().atMost(PATIENCE).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void aChildKnowsNothingOfHowRedisIsReached() {
        rush.workers()
                .startLocal(WorkerSpec.of(Environment.class)
                        .kind(WorkerKind.PROCESS)
                        .environment(Map.of("COLOUR", "blue"))
                        .loopName("process"));

        await(rush.tasks().push(points(1)));

        Map<String, Object> ys = rush.archive().fetchFinished().rows().get(0).ys();
        assertThat((String) ys.get("environment")).contains("COLOUR=blue").doesNotContain("RUSH_REDIS_URL");
        assertThat((String) ys.get("arguments")).doesNotContain(network.url());
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void optionsThatAreWrongAreRefusedBeforeAnyWorkerIsStarted(WorkerKind kind) {
        WorkerSpec spec = WorkerSpec.of(Product.class).kind(kind).loopName("process");

        assertThatThrownBy(() -> rush.workers().startLocal(spec.loopOptions(Map.of("heaps", "1g"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("heaps")
                .hasMessageContaining("tasksPerChild");
        assertThatThrownBy(() -> rush.workers().startLocal(spec.loopOptions(Map.of("tasksPerChild", -1))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tasksPerChild");
        assertThat(rush.workers().ids()).isEmpty();
    }

    @Test
    void aFunctionOfThisJvmIsRefusedAsItCannotLeaveIt() {
        WorkerSpec spec =
                WorkerSpec.of((xs, context) -> xs).kind(WorkerKind.THREAD).loopName("process");

        assertThatThrownBy(() -> rush.workers().startLocal(spec))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("instance of this JVM");
        assertThat(rush.workers().ids()).isEmpty();
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
