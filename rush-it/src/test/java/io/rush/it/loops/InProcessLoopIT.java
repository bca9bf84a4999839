package io.rush.it.loops;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.Rush;
import io.rush.api.StopMode;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.error.SerializationException;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.PushOptions;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskFunction;
import io.rush.api.task.TaskRow;
import io.rush.api.task.TaskState;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the loop {@code inprocess} makes of a function, in workers that are threads of this JVM. */
class InProcessLoopIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Map<String, Object> GOOD = Map.of("x", 1L);
    private static final Map<String, Object> BAD = Map.of("x", -1L);

    private TestNetwork network;
    private Rush rush;

    @BeforeEach
    void openNetwork() {
        network = TestNetwork.open();
        rush = network.rush();
    }

    @AfterEach
    void closeNetwork() throws Exception {
        network.close();
    }

    @Test
    void everyTaskIsEvaluatedOnceWithTheConstants() {
        List<String> workers = rush.workers()
                .startLocal(WorkerSpec.of(Product.class)
                        .kind(WorkerKind.THREAD)
                        .workers(2)
                        .constants(Map.of("factor", 3L)));
        List<Map<String, Object>> points = IntStream.range(0, 100)
                .mapToObj(x -> Map.<String, Object>of("x", (long) x))
                .toList();

        await(rush.tasks().push(points));

        List<TaskRow> rows = rush.archive().fetchFinished().rows();
        assertThat(rows).hasSize(100).allSatisfy(row -> {
            assertThat(row.ys()).containsEntry("y", (long) row.xs().get("x") * 3);
            assertThat(workers).contains((String) row.ys().get("by"));
        });
    }

    @Test
    void anIdleWorkerIsWokenByTheNextPush() {
        start((xs, context) -> xs);
        await(rush.tasks().push(List.of(GOOD)));

        await(rush.tasks().push(List.of(GOOD)));

        assertThat(rush.tasks().counts().finished()).isEqualTo(2);
    }

    static Stream<Arguments> throwables() {
        Supplier<Throwable> exception = () -> new java.io.IOException("no data");
        Supplier<Throwable> assertion = () -> new AssertionError("no data");
        Supplier<Throwable> linkage = () -> new NoClassDefFoundError("no data");
        Supplier<Throwable> overflow = () -> new StackOverflowError("no data");
        return Stream.of(
                Arguments.of("java.io.IOException", exception),
                Arguments.of("java.lang.AssertionError", assertion),
                Arguments.of("java.lang.NoClassDefFoundError", linkage),
                Arguments.of("java.lang.StackOverflowError", overflow));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("throwables")
    void whatTheFunctionThrowsFailsTheTaskAndTheWorkerGoesOn(String name, Supplier<Throwable> thrown) {
        List<String> workers = start(badOnce(() -> {
            throw sneaky(thrown.get());
        }));

        Condition condition = failureOfBadThenGood();

        assertThat(condition.cause()).isEqualTo(FailureCause.ERROR);
        assertThat(condition.message()).isEqualTo("no data");
        assertThat(condition.errorClass()).hasValue(name);
        assertThat(condition.stackTrace().orElseThrow()).contains(InProcessLoopIT.class.getName());
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.RUNNING);
    }

    @Test
    void aNullResultFailsTheTaskInWords() {
        start(badOnce(() -> null));

        Condition condition = failureOfBadThenGood();

        assertThat(condition.cause()).isEqualTo(FailureCause.ERROR);
        assertThat(condition.message()).contains("returned null", InProcessLoopIT.class.getName());
    }

    @Test
    void outputsThatCannotBeStoredFailTheTaskWithTheirPath() {
        start(badOnce(() -> Map.of("model", List.of(new Object()))));

        Condition condition = failureOfBadThenGood();

        assertThat(condition.cause()).isEqualTo(FailureCause.ERROR);
        assertThat(condition.message()).contains("cannot be stored", "model[0]", InProcessLoopIT.class.getName());
        assertThat(condition.errorClass()).hasValue(SerializationException.class.getName());
    }

    @Test
    void anErrorThatBreaksTheJvmLosesTheWorkerAndItsTask() {
        List<String> workers = start((xs, context) -> {
            throw new OutOfMemoryError("not really");
        });

        await(rush.tasks().push(List.of(GOOD)));

        assertThat(condition().cause()).isEqualTo(FailureCause.LOST);
        assertThat(condition().message()).contains("OutOfMemoryError: not really");
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.LOST);
    }

    @Test
    void aKilledWorkerIsInterruptedAndItsTaskFails() throws Exception {
        CountDownLatch evaluating = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        List<String> workers = start((xs, context) -> {
            evaluating.countDown();
            try {
                new CountDownLatch(1).await();
                return xs;
            } catch (InterruptedException killed) {
                interrupted.countDown();
                throw killed;
            }
        });
        List<String> keys = rush.tasks().push(List.of(GOOD));
        assertThat(evaluating.await(1, TimeUnit.MINUTES)).isTrue();

        rush.workers().stop(StopMode.KILL, workers);

        assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(rush.tasks().states(keys)).containsEntry(keys.get(0), TaskState.FAILED);
        assertThat(condition().cause()).isEqualTo(FailureCause.KILLED);
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.KILLED);
    }

    @Test
    void aFunctionThatInterruptsItsThreadHandsInItsResultAndTheWorkerLeaves() {
        List<String> workers = start((xs, context) -> {
            Thread.currentThread().interrupt();
            return xs;
        });
        List<String> keys = rush.tasks().push(List.of(GOOD));

        rush.workers().awaitStopped(workers, PATIENCE);

        assertThat(rush.tasks().states(keys)).containsEntry(keys.get(0), TaskState.FINISHED);
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.TERMINATED);
    }

    @Test
    void aWorkerThatIsAskedToLeaveFinishesItsTaskAndTakesNoOther() throws Exception {
        CountDownLatch evaluating = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        List<String> workers = start((xs, context) -> {
            evaluating.countDown();
            asked.await();
            return xs;
        });
        List<String> keys = rush.tasks().push(List.of(GOOD, GOOD));
        assertThat(evaluating.await(1, TimeUnit.MINUTES)).isTrue();

        rush.workers().stop(StopMode.TERMINATE, workers);
        asked.countDown();
        rush.workers().awaitStopped(workers, PATIENCE);

        assertThat(rush.tasks().states(keys))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(keys.get(0), TaskState.FINISHED, keys.get(1), TaskState.QUEUED));
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.TERMINATED);
    }

    @Test
    void workersLeaveOnceTheLastTaskIsDoneIfThePushAskedForIt() {
        List<String> workers = rush.workers()
                .startLocal(WorkerSpec.of((xs, context) -> xs)
                        .kind(WorkerKind.THREAD)
                        .workers(3));

        List<String> keys =
                rush.tasks().push(List.of(GOOD, GOOD), PushOptions.none().terminateWorkers(true));
        rush.workers().awaitStopped(workers, PATIENCE);

        assertThat(rush.tasks().states(keys).values()).containsOnly(TaskState.FINISHED);
        assertThat(rush.workers().states().values()).containsOnly(WorkerState.TERMINATED);
    }

    private List<String> start(TaskFunction function) {
        return rush.workers().startLocal(WorkerSpec.of(function).kind(WorkerKind.THREAD));
    }

    /** Returns its inputs, but does something else the first time its input is negative. */
    private static TaskFunction badOnce(Supplier<Map<String, ?>> bad) {
        AtomicBoolean done = new AtomicBoolean();
        return (xs, context) -> (long) xs.get("x") < 0 && done.compareAndSet(false, true) ? bad.get() : xs;
    }

    /** Throws anything from where only unchecked exceptions may be thrown. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private Condition failureOfBadThenGood() {
        List<String> keys = rush.tasks().push(List.of(BAD, GOOD));
        await(keys);
        assertThat(rush.tasks().states(keys))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(keys.get(0), TaskState.FAILED, keys.get(1), TaskState.FINISHED));
        return condition();
    }

    private Condition condition() {
        List<TaskRow> failed = rush.archive().fetchFailed(TaskField.CONDITION).rows();
        assertThat(failed).hasSize(1);
        return failed.get(0).condition().orElseThrow();
    }

    private void await(List<String> keys) {
        assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.DONE);
    }
}
