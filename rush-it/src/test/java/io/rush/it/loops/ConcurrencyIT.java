package io.rush.it.loops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rush.api.Rush;
import io.rush.api.StopMode;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.error.ConfigurationException;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.PushOptions;
import io.rush.api.task.TaskCounts;
import io.rush.api.task.TaskFunction;
import io.rush.it.support.RawTasks;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several tasks at once in one worker of the loop {@code inprocess}. */
class ConcurrencyIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LANES = 4;

    private final TestNetwork network = TestNetwork.open();
    private final Rush rush = network.rush();
    private final RawTasks raw = new RawTasks(network);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger interrupted = new AtomicInteger();

    @AfterEach
    void closeNetwork() {
        release.countDown();
        network.close();
    }

    @ParameterizedTest
    @CsvSource({"THREAD, 1", "THREAD, 1000", "PROCESS, 200"})
    void asManyTasksAsTheUserWantsAreEvaluatedAtOnce(WorkerKind kind, int lanes) {
        List<String> workers = meet(kind, Map.of("concurrency", lanes), lanes);

        assertThat(threads())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, lanes)
                        .mapToObj(lane -> "rush-worker-" + workers.get(0) + "-lane-" + lane)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "this JVM has no virtual threads")
    void virtualThreadsEvaluateThousandTasksAtOnce(WorkerKind kind) {
        meet(kind, Map.of("concurrency", 1_000, "threads", "virtual"), 1_000);
    }

    private List<String> meet(WorkerKind kind, Map<String, Object> options, int parties) {
        List<String> workers = rush.workers()
                .startLocal(WorkerSpec.of(Meeting.class).kind(kind).loopOptions(options));
        awaitDone(rush.tasks().push(Collections.nCopies(parties, Map.of("parties", parties))));
        assertThat(rush.tasks().counts().finished()).isEqualTo(parties);
        return workers;
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "this JVM has no virtual threads")
    void tasksOfVirtualThreadsAreInterruptedAndAbandonedAsOthersAre() {
        CountDownLatch never = new CountDownLatch(1);
        start(
                (xs, context) -> {
                    if (xs.get("x").equals(1L)) {
                        never.await();
                    } else if (xs.get("x").equals(2L)) {
                        Ignorance.until(release);
                    }
                    return Map.of("thread", Thread.currentThread().toString());
                },
                Map.of("concurrency", 2, "threads", "virtual", "interruptGrace", 0.02));

        List<String> keys = rush.tasks()
                .push(
                        points(3),
                        PushOptions.none().timeouts(List.of(PATIENCE, Duration.ofMillis(50), Duration.ofMillis(50))));
        awaitDone(keys);

        assertThat(raw.finished()).containsExactly(keys.get(0));
        assertThat(threads()).allSatisfy(thread -> assertThat((String) thread).startsWith("VirtualThread"));
        assertThat(failures()).extracting(Condition::cause).containsOnly(FailureCause.TIMEOUT);
        assertThat(failures()).extracting(Condition::message).anyMatch(message -> message.contains("abandoned"));
    }

    @ParameterizedTest
    @EnumSource
    @EnabledForJreRange(max = JRE.JAVA_20, disabledReason = "this JVM has virtual threads")
    void virtualThreadsAreRefusedWhereThereAreNone(WorkerKind kind) {
        WorkerSpec spec = WorkerSpec.of(Meeting.class).kind(kind).loopOptions(Map.of("threads", "virtual"));

        assertThatThrownBy(() -> rush.workers().startLocal(spec))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Java 21");
        assertThat(rush.workers().ids()).isEmpty();
    }

    @Test
    void anUnknownOptionIsRefusedBeforeAnyWorkerIsAnnounced() {
        WorkerSpec spec = WorkerSpec.of(Meeting.class).loopOptions(Map.of("lanes", 4));

        assertThatThrownBy(() -> rush.workers().startLocal(spec))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no option lanes; it knows concurrency, interruptGrace, threads");
        assertThat(rush.workers().ids()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void everyTaskIsEvaluatedOnce(int depth) {
        AtomicInteger evaluations = new AtomicInteger();
        rush.workers()
                .startLocal(WorkerSpec.of((xs, context) -> {
                            evaluations.incrementAndGet();
                            return xs;
                        })
                        .kind(WorkerKind.THREAD)
                        .workers(2)
                        .prefetch(depth)
                        .loopOptions(Map.of("concurrency", LANES)));

        List<String> keys = rush.tasks().push(points(10_000));
        awaitDone(keys);

        assertThat(raw.finished()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(evaluations).hasValue(10_000);
        assertThat(rush.tasks().counts()).isEqualTo(new TaskCounts(0, 0, 0, 0, 10_000, 0));
    }

    @Test
    void lanesThatWaitAreWokenByOnePush() {
        start(new Meeting(), Map.of("concurrency", LANES));
        await().atMost(PATIENCE).until(() -> raw.exists("idle"));

        for (int round = 0; round < 20; round++) {
            awaitDone(rush.tasks().push(Collections.nCopies(LANES, Map.of("parties", LANES))));
        }

        assertThat(rush.tasks().counts().finished()).isEqualTo(20 * LANES);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void askedToLeaveEachLaneFinishesItsTaskAndThoseThatWaitKeepNobody(int depth) throws Exception {
        CountDownLatch evaluating = new CountDownLatch(LANES - 1);
        List<String> workers = rush.workers()
                .startLocal(WorkerSpec.of(held(evaluating))
                        .kind(WorkerKind.THREAD)
                        .prefetch(depth)
                        .loopOptions(Map.of("concurrency", LANES)));
        for (int task = 0; task < LANES - 1; task++) {
            int running = task + 1;
            rush.tasks().push(points(1));
            await().atMost(PATIENCE).until(() -> evaluating.getCount() == LANES - 1 - running);
        }

        rush.workers().stop(StopMode.TERMINATE, workers);
        List<String> others = rush.tasks().push(points(3));
        release.countDown();
        rush.workers().awaitStopped(workers, PATIENCE);

        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.TERMINATED);
        assertThat(raw.finished()).hasSize(LANES - 1);
        assertThat(raw.queue()).isEqualTo(others);
        assertThat(raw.running()).isEmpty();
        assertThat(interrupted).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void whenKilledAllLanesAreInterruptedAndOnlyWhatTheyBeganFails(int depth) throws Exception {
        CountDownLatch evaluating = new CountDownLatch(LANES);
        List<String> keys = rush.tasks().push(points(LANES * depth + 2));
        List<String> workers = rush.workers()
                .startLocal(WorkerSpec.of(held(evaluating))
                        .kind(WorkerKind.THREAD)
                        .prefetch(depth)
                        .loopOptions(Map.of("concurrency", LANES)));
        assertThat(evaluating.await(1, TimeUnit.MINUTES)).isTrue();
        awaitMarks(workers.get(0), depth);

        rush.workers().stop(StopMode.KILL, workers);

        await().atMost(PATIENCE).until(() -> interrupted.get() == LANES);
        assertThat(raw.failed()).hasSize(LANES);
        assertThat(failures()).extracting(Condition::cause).containsOnly(FailureCause.KILLED);
        assertThat(raw.queue()).hasSize(keys.size() - LANES);
        assertThat(raw.running()).isEmpty();
    }

    /** A feed tells Redis a moment later what has begun. */
    private void awaitMarks(String worker, int depth) {
        for (int feed = 1; depth > 1 && feed <= LANES; feed++) {
            String mark = "begun:" + feed + "r";
            await().atMost(PATIENCE)
                    .until(() -> network.send("HGET", network.key("worker:" + worker), mark)
                            .asText()
                            .endsWith("-1"));
        }
    }

    @Test
    void whenKilledAWorkerWithALaneThatDoesNotObeyEndsAllTheSame() throws Exception {
        CountDownLatch evaluating = new CountDownLatch(1);
        List<String> workers = start(
                (xs, context) -> {
                    evaluating.countDown();
                    Ignorance.until(release);
                    return xs;
                },
                Map.of("concurrency", 2, "interruptGrace", 0.02));
        rush.tasks().push(points(1));
        assertThat(evaluating.await(1, TimeUnit.MINUTES)).isTrue();
        Thread worker = threadOf(workers.get(0));

        rush.workers().stop(StopMode.KILL, workers);
        worker.join(PATIENCE.toMillis());

        assertThat(worker.isAlive()).isFalse();
        assertThat(failures()).extracting(Condition::cause).containsExactly(FailureCause.KILLED);
    }

    private static Thread threadOf(String worker) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("rush-worker-" + worker))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void workersLeaveOnceTheLastTaskIsDoneIfThePushAskedForIt(WorkerKind kind) {
        List<String> workers = rush.workers()
                .startLocal(WorkerSpec.of(Product.class)
                        .kind(kind)
                        .workers(2)
                        .constants(Map.of("factor", 2L))
                        .loopOptions(Map.of("concurrency", LANES)));

        List<String> keys = rush.tasks().push(points(100), PushOptions.none().terminateWorkers(true));
        rush.workers().awaitStopped(workers, PATIENCE);

        assertThat(raw.finished()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(rush.workers().states().values()).containsOnly(WorkerState.TERMINATED);
    }

    @Test
    void aStackOverflowFailsTheTaskOfItsLaneAlone() {
        List<String> workers = start((xs, context) -> Map.of("depth", endless(0)), Map.of("concurrency", LANES));

        List<String> keys = rush.tasks().push(points(2 * LANES));
        awaitDone(keys);

        assertThat(failures()).hasSize(2 * LANES).allSatisfy(condition -> {
            assertThat(condition.cause()).isEqualTo(FailureCause.ERROR);
            assertThat(condition.errorClass()).hasValue(StackOverflowError.class.getName());
        });
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.RUNNING);
    }

    @SuppressWarnings("InfiniteRecursion")
    private static long endless(long depth) {
        return 1 + endless(depth + 1);
    }

    @Test
    void anErrorThatBreaksTheJvmInOneLaneLosesTheWorkerAndTheTasksOfAll() throws Exception {
        CountDownLatch evaluating = new CountDownLatch(LANES - 1);
        TaskFunction held = held(evaluating);
        List<String> workers = start(
                (xs, context) -> {
                    if (xs.get("x").equals(0L)) {
                        throw new OutOfMemoryError("not really");
                    }
                    return held.evaluate(xs, context);
                },
                Map.of("concurrency", LANES));
        List<String> keys = rush.tasks()
                .push(IntStream.range(1, LANES)
                        .mapToObj(x -> Map.of("x", (long) x))
                        .toList());
        assertThat(evaluating.await(1, TimeUnit.MINUTES)).isTrue();

        awaitDone(rush.tasks().push(points(1)));
        awaitDone(keys);

        assertThat(failures()).hasSize(LANES).allSatisfy(condition -> {
            assertThat(condition.cause()).isEqualTo(FailureCause.LOST);
            assertThat(condition.message()).contains("OutOfMemoryError: not really");
        });
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.LOST);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aFunctionThatInterruptsItsThreadHasTheWorkerLeaveAfterTheTasksOfAll(int depth) throws Exception {
        CountDownLatch evaluating = new CountDownLatch(2);
        TaskFunction held = held(evaluating);
        List<String> workers = rush.workers()
                .startLocal(WorkerSpec.of((xs, context) -> {
                            if (xs.get("x").equals(0L)) {
                                Thread.currentThread().interrupt();
                                return xs;
                            }
                            return held.evaluate(xs, context);
                        })
                        .kind(WorkerKind.THREAD)
                        .prefetch(depth)
                        .loopOptions(Map.of("concurrency", LANES)));
        rush.tasks().push(List.of(Map.of("x", 1L)));
        await().atMost(PATIENCE).until(() -> evaluating.getCount() == 1);
        rush.tasks().push(List.of(Map.of("x", 2L)));
        assertThat(evaluating.await(1, TimeUnit.MINUTES)).isTrue();

        awaitDone(rush.tasks().push(points(1)));
        await().atMost(PATIENCE)
                .until(() -> !rush.workers().states().containsValue(WorkerState.RUNNING)
                        || network.send("HGET", network.key("workers"), workers.get(0))
                                .asText()
                                .startsWith("terminating"));
        release.countDown();
        rush.workers().awaitStopped(workers, PATIENCE);

        assertThat(raw.finished()).hasSize(3);
        assertThat(interrupted).hasValue(0);
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.TERMINATED);
    }

    /** Another lane of the worker takes a task that a controller failed and had retried while the first still runs. */
    @Test
    void ofATaskThatIsRetriedWhileItRunsTheLaterResultCountsAndTheWorkerGoesOn() throws Exception {
        CountDownLatch evaluating = new CountDownLatch(2);
        AtomicInteger evaluations = new AtomicInteger();
        List<String> workers = start(
                (xs, context) -> {
                    int evaluation = evaluations.incrementAndGet();
                    evaluating.countDown();
                    release.await();
                    return Map.of("evaluation", evaluation);
                },
                Map.of("concurrency", 2));
        List<String> keys = rush.tasks().push(points(1));
        await().atMost(PATIENCE).until(() -> evaluating.getCount() == 1);

        rush.tasks().fail(keys, List.of(Condition.error("looks stuck")));
        rush.tasks().retry(keys);
        assertThat(evaluating.await(1, TimeUnit.MINUTES)).isTrue();
        release.countDown();
        awaitDone(keys);
        awaitDone(rush.tasks().push(points(4)));

        assertThat(raw.finished()).hasSize(5).doesNotHaveDuplicates();
        assertThat(raw.hash(keys.get(0)).get("ys")).isEqualTo("{\"evaluation\":2}");
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.RUNNING);
    }

    /** Returns its inputs once the test releases it, and counts the interrupts that it obeys. */
    private TaskFunction held(CountDownLatch evaluating) {
        return (xs, context) -> {
            evaluating.countDown();
            try {
                release.await();
                return xs;
            } catch (InterruptedException killed) {
                interrupted.incrementAndGet();
                throw killed;
            }
        };
    }

    private List<String> start(TaskFunction function, Map<String, Object> options) {
        return rush.workers()
                .startLocal(WorkerSpec.of(function).kind(WorkerKind.THREAD).loopOptions(options));
    }

    private List<Object> threads() {
        return rush.archive().fetchFinished().stream()
                .map(row -> row.ys().get("thread"))
                .toList();
    }

    private List<Condition> failures() {
        return rush.archive().fetchFailed().stream()
                .map(row -> row.condition().orElseThrow())
                .toList();
    }

    private static List<Map<String, Long>> points(int number) {
        return IntStream.range(0, number).mapToObj(x -> Map.of("x", (long) x)).toList();
    }

    private void awaitDone(List<String> keys) {
        assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.DONE);
    }
}
