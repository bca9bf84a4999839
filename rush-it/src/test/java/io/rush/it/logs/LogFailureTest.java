package io.rush.it.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rush.api.RushWorker;
import io.rush.api.WorkerSettings;
import io.rush.api.log.LogSettings;
import io.rush.api.task.Task;
import io.rush.embedded.RedisServer;
import io.rush.it.support.ResendingStore;
import io.rush.it.support.TestNetwork;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log that cannot be written fails no task. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LogFailureTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Logger LOGGER = Logger.getLogger("app.failure");
    private static final WorkerSettings SETTINGS =
            WorkerSettings.ofId("w").withLogs(LogSettings.of(Map.of("app", Level.ALL)));

    private static List<String> messages(TestNetwork network) {
        return network.rush().logs().read().messages();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tasksGoOnWhileTheLogCannotBeWritten(boolean retryable) throws Exception {
        try (TestNetwork network = TestNetwork.open()) {
            LogRefusingStore store = new LogRefusingStore(network.redis(), retryable);
            try (RushWorker worker = RushWorker.register(network.config(store), SETTINGS)) {
                store.refuse(true);
                List<String> keys = network.rush().tasks().push(List.of(Map.of("x", 1L), Map.of("x", 2L)));
                for (int i = 0; i < 2; i++) {
                    Task task = worker.pop(PATIENCE).orElseThrow();
                    LOGGER.severe("m" + i);
                    assertThat(worker.finish(task.key(), Map.of("y", 1L))).isTrue();
                }
                assertThat(network.rush().tasks().await(keys).toString()).isEqualTo("DONE");
                store.awaitRefusal();
                assertThat(messages(network)).isEmpty();

                store.refuse(false);
                LOGGER.severe("again");
                await().atMost(PATIENCE).until(() -> messages(network).contains("again"));
            }

            assertThat(messages(network)).containsExactly("m0", "m1", "again");
        }
    }

    @Test
    void whatIsSentTwiceIsWrittenOnce() {
        try (TestNetwork network = TestNetwork.open()) {
            ResendingStore store = new ResendingStore(network.redis(), network.key(""));
            try (RushWorker worker = RushWorker.register(network.config(store), SETTINGS)) {
                assertThat(worker.workerId()).isEqualTo("w");
                IntStream.range(0, 20).forEach(i -> LOGGER.fine("m" + i));
            }

            assertThat(messages(network))
                    .isEqualTo(IntStream.range(0, 20).mapToObj(i -> "m" + i).toList());
            assertThat(store.sources()).anyMatch(source -> source.contains("XADD"));
            assertThat(store.changes()).isEmpty();
        }
    }

    @Test
    void aWorkerKeepsItsLastEntriesWhileRedisIsAwayAndSaysHowManyItDropped() {
        List<String> persistent = List.of("--appendonly", "yes", "--appendfsync", "always");
        try (RedisServer server = RedisServer.start(persistent);
                TestNetwork network = TestNetwork.open(server.url());
                RushWorker worker = RushWorker.register(network.config(), SETTINGS)) {
            network.rush().logs().limit(2 * LogSettings.MOST_BUFFERED);
            server.kill();
            int logged = LogSettings.MOST_BUFFERED + 100;
            IntStream.range(0, logged).forEach(i -> LOGGER.fine("m" + i));
            server.restart();
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> messages(network).contains("m" + (logged - 1)));

            List<String> messages = messages(network);

            assertThat(worker.isTerminated()).isFalse();
            assertThat(messages).hasSize(LogSettings.MOST_BUFFERED + 1);
            assertThat(messages.get(0)).startsWith("100 log entries of this worker were dropped");
            assertThat(messages.subList(1, messages.size()))
                    .isEqualTo(
                            IntStream.range(100, logged).mapToObj(i -> "m" + i).toList());
        }
    }
}
