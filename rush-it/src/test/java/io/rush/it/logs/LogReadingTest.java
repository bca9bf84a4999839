package io.rush.it.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rush.api.Logs;
import io.rush.api.Rush;
import io.rush.api.RushWorker;
import io.rush.api.WorkerSettings;
import io.rush.api.error.ConfigurationException;
import io.rush.api.log.LogEntry;
import io.rush.api.log.LogFollower;
import io.rush.api.log.LogSettings;
import io.rush.embedded.RedisServer;
import io.rush.it.support.LogRecords;
import io.rush.it.support.TestNetwork;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The log of a network as handles read it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LogReadingTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Logger LOGGER = Logger.getLogger("app.reading");

    private final TestNetwork network = TestNetwork.open();
    private final Rush rush = network.rush();
    private RushWorker worker;

    @BeforeEach
    void register() {
        worker = register(network);
    }

    @AfterEach
    void closeNetwork() {
        worker.close();
        network.close();
    }

    private static RushWorker register(TestNetwork network) {
        WorkerSettings settings = WorkerSettings.ofId("w").withLogs(LogSettings.of(Map.of("app", Level.DEBUG)));
        return RushWorker.register(network.config(), settings);
    }

    private void logged(int entries) {
        await().atMost(PATIENCE).until(() -> rush.logs().read().size() == entries);
    }

    @Test
    void newEntriesArePrintedOnceByEachHandle() {
        Rush other = network.connect();
        LOGGER.warning("first");
        logged(1);
        try (LogRecords printed = LogRecords.of(Logs.PRINT_LOGGER)) {
            assertThat(rush.logs().printNew()).isEqualTo(1);
            assertThat(rush.logs().printNew()).isZero();
            LOGGER.warning("second");
            logged(2);
            assertThat(rush.logs().printNew()).isEqualTo(1);
            assertThat(other.logs().printNew()).isEqualTo(2);

            assertThat(printed.warnings()).hasSize(4);
            assertThat(printed.warnings().get(0)).contains("WARNING [w] [app.reading] first");
            assertThat(printed.warnings().get(1)).contains("second");
        }
        assertThat(worker.logs().printNew()).isEqualTo(2);
        assertThat(rush.logs().printNew())
                .as("what is printed is not logged again")
                .isZero();
    }

    @Test
    void aFollowerGetsWhatComesInFromThenOn() throws Exception {
        BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        LOGGER.info("before");
        logged(1);
        try (LogFollower follower = rush.logs().follow(entry -> messages.add(entry.message()))) {
            assertThat(follower).isNotNull();
            LOGGER.info("a");
            assertThat(messages.poll(1, TimeUnit.MINUTES)).isEqualTo("a");
            rush.logs().clear();
            LOGGER.info("b");
            LOGGER.info("c");
            assertThat(messages.poll(1, TimeUnit.MINUTES)).isEqualTo("b");
            assertThat(messages.poll(1, TimeUnit.MINUTES)).isEqualTo("c");
        }
        LOGGER.info("after");
        logged(3);

        assertThat(messages).isEmpty();
    }

    @Test
    void aFollowerThatThrowsGoesOn() throws Exception {
        BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        try (LogRecords warnings = LogRecords.of("io.rush.core.log");
                LogFollower follower = rush.logs().follow(entry -> {
                    messages.add(entry.message());
                    throw new IllegalStateException("broken listener");
                })) {
            assertThat(follower).isNotNull();
            LOGGER.info("a");
            LOGGER.info("b");
            assertThat(messages.poll(1, TimeUnit.MINUTES)).isEqualTo("a");
            assertThat(messages.poll(1, TimeUnit.MINUTES)).isEqualTo("b");
            await().atMost(PATIENCE).until(() -> warnings.warnings().size() == 2);
        }
    }

    @Test
    void aFollowerGoesOnAfterRedisWasAway() throws Exception {
        try (RedisServer server = RedisServer.start();
                TestNetwork own = TestNetwork.open(server.url());
                RushWorker other = register(own)) {
            BlockingQueue<String> messages = new LinkedBlockingQueue<>();
            own.rush().logs().follow(entry -> messages.add(entry.message()));
            LOGGER.info("a");
            assertThat(messages.poll(1, TimeUnit.MINUTES)).isEqualTo("a");

            own.send("CLIENT", "KILL", "TYPE", "normal");
            LOGGER.info("b");

            assertThat(messages.poll(1, TimeUnit.MINUTES)).isEqualTo("b");
            assertThat(other.workerId()).isEqualTo("w");
        }
    }

    @Test
    void theLogKeepsItsLastEntries() {
        rush.logs().limit(5);
        assertThat(network.connect().logs().limit()).isEqualTo(5);
        IntStream.range(0, 8).forEach(i -> LOGGER.fine("m" + i));
        LOGGER.info("end");
        await().atMost(PATIENCE).until(() -> rush.logs().read().messages().contains("end"));

        assertThat(rush.logs().read().messages()).containsExactly("m4", "m5", "m6", "m7", "end");
        rush.logs().limit(2);
        assertThat(rush.logs().read().messages()).containsExactly("m7", "end");
        assertThatThrownBy(() -> rush.logs().limit(0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("at least 1");
        assertThat(rush.logs().limit()).isEqualTo(2);
    }

    @Test
    void aLogOfManyPagesIsReadInOrder() {
        IntStream.range(0, 2_500).forEach(i -> LOGGER.fine("m" + i));
        logged(2_500);

        assertThat(rush.logs().read().messages())
                .isEqualTo(IntStream.range(0, 2_500).mapToObj(i -> "m" + i).toList());
        assertThat(rush.logs().limit()).isEqualTo(Logs.DEFAULT_LIMIT);
    }

    @Test
    void aResetDeletesTheLogAndItsLimit() {
        rush.logs().limit(7);
        LOGGER.info("a");
        logged(1);

        rush.reset();
        LOGGER.info("of a worker that is no more");
        worker.terminate();

        assertThat(network.keyNames()).isEmpty();
        assertThat(rush.logs().limit()).isEqualTo(Logs.DEFAULT_LIMIT);
    }

    @Test
    void aClosedHandleEndsItsFollowers() {
        List<LogEntry> entries = new CopyOnWriteArrayList<>();
        Rush other = Rush.connect(network.config());
        LogFollower follower = other.logs().follow(entries::add);
        other.close();
        follower.close();

        LOGGER.info("a");
        logged(1);

        assertThat(entries).isEmpty();
    }
}
