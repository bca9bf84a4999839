package io.rush.it.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.Rush;
import io.rush.api.RushConfig;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.Condition;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskFunction;
import io.rush.api.task.TaskRow;
import io.rush.api.task.TaskState;
import io.rush.it.kit.KitNetwork;
import io.rush.it.loop.fixture.Deed;
import io.rush.it.loop.fixture.Doing;
import io.rush.it.loop.fixture.GateVisit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A topic of the contract: a network and a gate for each test, and what most tests do. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init")
abstract class LoopTests {
    /** Saves compilers and collectors that such a JVM does not repay. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC ";

    final LoopContract loop;

    @TempDir
    Path directory;

    KitNetwork network;
    Gate gate;

    LoopTests(LoopContract loop) {
        this.loop = loop;
    }

    @BeforeEach
    final void open() {
        network = KitNetwork.open(this::settings);
        gate = Gate.open(loop.patience());
    }

    @AfterEach
    final void close() {
        Gate gateOfTest = gate;
        try (gateOfTest) {
            network.close();
        }
    }

    /** What the network of these tests has beyond the defaults. */
    RushConfig.Builder settings(RushConfig.Builder config) {
        return config;
    }

    final Rush rush() {
        return network.rush();
    }

    final Duration patience() {
        return loop.patience();
    }

    final boolean isolated() {
        return loop.isolation() == Isolation.ISOLATED;
    }

    /** A worker in this JVM, for functions that do no harm. */
    final WorkerSpec spec(Class<? extends TaskFunction> function) {
        return WorkerSpec.of(function)
                .loopName(loop.loopName())
                .loopOptions(loop.loopOptions())
                .kind(WorkerKind.THREAD);
    }

    /** A worker in this JVM that does the deeds of its tasks. */
    final WorkerSpec doing() {
        return spec(Doing.class).constants(Map.of(GateVisit.PORT, gate.port()));
    }

    /** A worker in a JVM of its own that does the deeds of its tasks, for those that may hurt it. */
    final WorkerSpec doingApart(String... jvmOptions) {
        return apart(Doing.class, jvmOptions).constants(Map.of(GateVisit.PORT, gate.port()));
    }

    /**
     * A worker in a JVM of its own, whose output goes to files that the test deletes.
     *
     * @param jvmOptions options of its JVM and of those that it starts
     */
    final WorkerSpec apart(Class<? extends TaskFunction> function, String... jvmOptions) {
        return spec(function)
                .kind(WorkerKind.PROCESS)
                .outputDirectory(directory)
                .environment(Map.of("JDK_JAVA_OPTIONS", SHORT_LIVED + String.join(" ", jvmOptions)));
    }

    final List<String> start(WorkerSpec spec) {
        return rush().workers().startLocal(spec);
    }

    final List<String> push(List<? extends Map<String, ?>> xss) {
        return rush().tasks().push(xss);
    }

    final List<String> push(Deed... deeds) {
        return push(List.of(deeds).stream().map(LoopTests::inputs).toList());
    }

    static Map<String, Object> inputs(Deed deed) {
        return Map.of(Doing.DEED, deed);
    }

    /** As many tasks with an input x from 0 on. */
    static List<Map<String, Long>> points(int number) {
        return LongStream.range(0, number).mapToObj(x -> Map.of("x", x)).toList();
    }

    final void await(List<String> keys) {
        assertThat(rush().tasks().await(keys, patience()))
                .as(
                        "all tasks are finished or failed within %s; the workers are %s",
                        patience(), rush().workers().states())
                .isEqualTo(AwaitOutcome.DONE);
    }

    final void awaitFinished(List<String> keys) {
        await(keys);
        assertThat(rush().tasks().states(keys).values())
                .as(() -> "states of the tasks, of which failed "
                        + rush().archive().fetchFailed(TaskField.CONDITION).rows())
                .containsOnly(TaskState.FINISHED);
    }

    /** The finished task. */
    final TaskRow finished(String key) {
        return rowOf(rush().archive().fetchFinished().rows(), key);
    }

    /** The outputs of a finished task. */
    final Map<String, Object> outputs(String key) {
        return finished(key).ys();
    }

    /** The failed task. */
    final TaskRow failed(String key) {
        return rowOf(rush().archive().fetchFailed().rows(), key);
    }

    final Condition condition(String key) {
        return failed(key).condition().orElseThrow();
    }

    private TaskRow rowOf(List<TaskRow> rows, String key) {
        return rows.stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("task " + key + " is not among " + rows + " but "
                        + rush().tasks().states(List.of(key))));
    }
}
