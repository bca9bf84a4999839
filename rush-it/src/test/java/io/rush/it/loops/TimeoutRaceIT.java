package io.rush.it.loops;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.Rush;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.FailureCause;
import io.rush.api.task.PushOptions;
import io.rush.api.task.TaskCounts;
import io.rush.it.support.RawTasks;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions that end about when their time is over: each task has one end, and no interrupt reaches anything else. */
class TimeoutRaceIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TINY = Duration.ofMillis(1);
    private static final int TASKS = 1_500;

    private final TestNetwork network = TestNetwork.open();
    private final Rush rush = network.rush();
    private final RawTasks raw = new RawTasks(network);
    private final AtomicInteger evaluations = new AtomicInteger();
    private final AtomicInteger strays = new AtomicInteger();

    @AfterEach
    void closeNetwork() {
        network.close();
    }

    static Stream<Arguments> settings() {
        Stream<Arguments> platform = Stream.of(
                Arguments.of("platform", 1, 1, 5.0),
                Arguments.of("platform", 1, 16, 5.0),
                Arguments.of("platform", 4, 1, 5.0),
                Arguments.of("platform", 4, 16, 5.0),
                Arguments.of("platform", 1, 1, 0.001),
                Arguments.of("platform", 4, 16, 0.001));
        Stream<Arguments> virtual = Stream.of(
                Arguments.of("virtual", 1, 1, 5.0),
                Arguments.of("virtual", 4, 16, 5.0),
                Arguments.of("virtual", 4, 1, 0.001));
        return Runtime.version().feature() >= 21 ? Stream.concat(platform, virtual) : platform;
    }

    @ParameterizedTest(name = "{0} threads, {1} at once, prefetch {2}, grace {3} s")
    @MethodSource("settings")
    void nothingIsLostNorDoubledAndTheWorkerGoesOn(String threads, int concurrency, int depth, double grace) {
        List<String> workers = rush.workers()
                .startLocal(WorkerSpec.of((xs, context) -> evaluate((long) xs.get("x")))
                        .kind(WorkerKind.THREAD)
                        .prefetch(depth)
                        .loopOptions(Map.of("concurrency", concurrency, "threads", threads, "interruptGrace", grace)));

        List<String> keys = rush.tasks()
                .push(
                        IntStream.range(0, TASKS)
                                .mapToObj(x -> Map.of("x", (long) x))
                                .toList(),
                        PushOptions.none()
                                .timeouts(IntStream.range(0, TASKS)
                                        .mapToObj(x -> isTimed(x) ? TINY : PATIENCE)
                                        .toList()));
        assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.DONE);

        Set<String> settled = new HashSet<>(raw.finished());
        settled.addAll(raw.failed());
        assertThat(settled).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(raw.finished()).doesNotHaveDuplicates();
        assertThat(rush.tasks().counts())
                .isEqualTo(new TaskCounts(
                        0, 0, 0, 0, raw.finished().size(), raw.failed().size()));
        assertThat(rush.archive().fetchFinished().rows())
                .allSatisfy(row -> assertThat(row.ys()).isEqualTo(row.xs()));
        assertThat(rush.archive().fetchFailed().rows()).allSatisfy(row -> {
            assertThat(row.condition().orElseThrow().cause()).isEqualTo(FailureCause.TIMEOUT);
            assertThat(isTimed((long) row.xs().get("x"))).isTrue();
        });
        assertThat(evaluations).hasValue(TASKS);
        assertThat(strays).as("interrupts of tasks that had time").hasValue(0);
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.RUNNING);
    }

    private static boolean isTimed(long x) {
        return x % 3 != 0;
    }

    private Map<String, Object> evaluate(long x) throws InterruptedException {
        evaluations.incrementAndGet();
        if (!isTimed(x)) {
            if (Thread.interrupted()) {
                strays.incrementAndGet();
            }
        } else if (x % 3 == 1) {
            spin(ThreadLocalRandom.current().nextLong(500, 1_700));
        } else {
            TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextLong(500, 1_300));
        }
        return Map.of("x", x);
    }

    /** Neither notices an interrupt nor ends by it. */
    private static void spin(long micros) {
        long end = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(micros);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
