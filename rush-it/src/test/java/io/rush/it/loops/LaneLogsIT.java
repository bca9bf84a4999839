package io.rush.it.loops;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.Rush;
import io.rush.api.StopMode;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.log.LogEntry;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.PushOptions;
import io.rush.it.support.TestNetwork;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the lanes of a worker log is the worker's, also where several workers share a JVM. */
class LaneLogsIT {
    private static final Logger LOG = Logger.getLogger("app.lanes");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int TASKS = 60;

    private final TestNetwork network = TestNetwork.open();
    private final Rush rush = network.rush();

    @AfterEach
    void closeNetwork() {
        network.close();
    }

    static Stream<String> kindsOfThreads() {
        return Runtime.version().feature() >= 21 ? Stream.of("platform", "virtual") : Stream.of("platform");
    }

    @ParameterizedTest
    @MethodSource("kindsOfThreads")
    void whatLanesLogBelongsToTheirWorker(String threads) {
        List<String> workers = rush.workers()
                .startLocal(WorkerSpec.of((xs, context) -> {
                            LOG.info(context.workerId());
                            return xs;
                        })
                        .kind(WorkerKind.THREAD)
                        .workers(2)
                        .logThresholds(Map.of("app", Level.INFO))
                        .loopOptions(Map.of("concurrency", 3, "threads", threads)));

        awaitDone(rush.tasks()
                .push(IntStream.range(0, TASKS).mapToObj(x -> Map.of("x", x)).toList()));
        stopAll();

        List<LogEntry> entries = rush.logs().read().entries();
        assertThat(entries).hasSize(TASKS).allSatisfy(entry -> {
            assertThat(workers).contains(entry.workerId());
            assertThat(entry.message()).isEqualTo(entry.workerId());
            assertThat(entry.thread()).startsWith("rush-worker-" + entry.workerId() + "-lane-");
        });
    }

    @Test
    void whatAnAbandonedThreadLogsBelongsToItsWorkerAndTheLoopTellsOfIt() {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        List<String> workers = rush.workers()
                .startLocal(WorkerSpec.of((xs, context) -> {
                            Ignorance.until(release);
                            LOG.info("still there");
                            over.countDown();
                            return xs;
                        })
                        .kind(WorkerKind.THREAD)
                        .logThresholds(Map.of("app", Level.INFO, "io.rush.loop", Level.WARNING))
                        .loopOptions(Map.of("interruptGrace", 0.02)));
        List<String> keys =
                rush.tasks().push(List.of(Map.of("x", 1)), PushOptions.none().timeout(Duration.ofMillis(20)));
        awaitDone(keys);

        release.countDown();
        Ignorance.until(over);
        stopAll();

        List<LogEntry> entries = rush.logs().read().entries();
        String lane = "rush-worker-" + workers.get(0) + "-lane-1";
        assertThat(entries).extracting(LogEntry::workerId).containsOnly(workers.get(0));
        assertThat(entries)
                .anySatisfy(entry -> assertThat(entry.message()).contains(keys.get(0), lane, "abandoned"))
                .anySatisfy(entry -> {
                    assertThat(entry.message()).isEqualTo("still there");
                    assertThat(entry.thread()).isEqualTo(lane);
                });
    }

    private void awaitDone(List<String> keys) {
        assertThat(rush.tasks().await(keys, PATIENCE)).isEqualTo(AwaitOutcome.DONE);
    }

    private void stopAll() {
        rush.workers().stop(StopMode.TERMINATE);
        rush.workers().awaitStopped(rush.workers().ids(), PATIENCE);
    }
}
