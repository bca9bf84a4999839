package io.rush.it.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rush.api.Rush;
import io.rush.api.StopMode;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.log.LogEntry;
import io.rush.api.log.LogFilter;
import io.rush.api.log.LogTable;
import io.rush.api.store.RedisReply;
import io.rush.it.support.TestNetwork;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What workers log goes to Redis. */
class WorkerLogsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TestNetwork network = TestNetwork.open();
    private final Rush rush = network.rush();

    @AfterEach
    void closeNetwork() {
        network.close();
    }

    private static WorkerSpec talkative(WorkerKind kind) {
        return WorkerSpec.of(Talkative.class).kind(kind).logThresholds(Map.of("app", Level.DEBUG));
    }

    private static Map<String, Object> task(String logger, String level, String message) {
        return Map.of("logger", logger, "level", level, "message", message);
    }

    private void evaluate(List<Map<String, Object>> tasks) {
        rush.tasks().await(rush.tasks().push(tasks), PATIENCE);
    }

    private void stopAll() {
        rush.workers().stop(StopMode.TERMINATE);
        rush.workers().awaitStopped(rush.workers().ids(), PATIENCE);
    }

    private Instant serverTime() {
        List<RedisReply> time = network.send("TIME").asList();
        return Instant.ofEpochSecond(Long.parseLong(time.get(0).asText()))
                .plusNanos(1_000 * Long.parseLong(time.get(1).asText()));
    }

    @ParameterizedTest
    @EnumSource
    void whatAWorkerLogsIsReadAsATable(WorkerKind kind) {
        List<String> workers = rush.workers().startLocal(talkative(kind));
        Instant before = serverTime();
        Map<String, Object> broken = new HashMap<>(task("app.model", "SEVERE", "it failed"));
        broken.put("throwable", "no convergence");
        evaluate(List.of(task("app.model", "FINE", "step 1"), broken));
        stopAll();
        Instant after = serverTime();

        LogTable log = rush.logs().read();

        assertThat(log.messages()).containsExactly("step 1", "it failed");
        assertThat(log.stream()).allSatisfy(entry -> {
            assertThat(entry.workerId()).isEqualTo(workers.get(0));
            assertThat(entry.logger()).isEqualTo("app.model");
            assertThat(entry.time()).isBetween(before, after);
            assertThat(entry.thread()).isNotEmpty();
        });
        LogEntry first = log.entries().get(0);
        assertThat(first.level()).isEqualTo(Level.DEBUG);
        assertThat(first.throwable()).isEmpty();
        LogEntry second = log.entries().get(1);
        assertThat(second.level()).isEqualTo(Level.ERROR);
        assertThat(second.throwable().orElseThrow())
                .contains("java.lang.Exception: no convergence", Talkative.class.getName() + ".evaluate(")
                .contains("Caused by: java.lang.IllegalStateException: the cause");
        assertThat(log.toString()).contains("worker", "throwable", "step 1", workers.get(0));
    }

    @ParameterizedTest
    @EnumSource
    void theThresholdsOfLoggersSayWhatIsWritten(WorkerKind kind) {
        rush.workers()
                .startLocal(WorkerSpec.of(Talkative.class)
                        .kind(kind)
                        .logThresholds(
                                Map.of("app", Level.WARNING, "app.model", Level.TRACE, "app.model.io", Level.OFF)));
        evaluate(List.of(
                task("app.view", "INFO", "no: too low"),
                task("app.view", "WARNING", "yes: app at its threshold"),
                task("app.model", "FINEST", "yes: app.model lets everything pass"),
                task("app.model.io", "SEVERE", "no: off"),
                task("other", "SEVERE", "no: not named")));
        stopAll();

        assertThat(rush.logs().read().messages())
                .containsExactly("yes: app at its threshold", "yes: app.model lets everything pass");
    }

    @ParameterizedTest
    @EnumSource
    void withoutThresholdsNothingIsWritten(WorkerKind kind) {
        rush.workers().startLocal(WorkerSpec.of(Talkative.class).kind(kind));
        evaluate(List.of(task("app", "SEVERE", "unheard")));
        stopAll();

        assertThat(rush.logs().read().isEmpty()).isTrue();
        assertThat(network.keyNames()).doesNotContain("log");
    }

    @ParameterizedTest
    @EnumSource
    void theBufferIsWrittenWhenTheWorkerEnds(WorkerKind kind) {
        rush.workers().startLocal(talkative(kind).logBuffer(1_000));
        evaluate(List.of(task("app", "INFO", "a"), task("app", "INFO", "b")));
        stopAll();

        assertThat(rush.logs().read().messages()).containsExactly("a", "b");
    }

    @Test
    void theBufferIsWrittenWhenTheTaskEndsTheJvm() {
        List<String> workers =
                rush.workers().startLocal(talkative(WorkerKind.PROCESS).logBuffer(1_000));
        Map<String, Object> last = new HashMap<>(task("app", "INFO", "the last words"));
        last.put("exit", true);
        evaluate(List.of(last));
        rush.workers().awaitStopped(workers, PATIENCE);

        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.LOST);
        assertThat(rush.logs().read().messages()).containsExactly("the last words");
    }

    @Test
    void whatWasWrittenOutlivesAWorkerThatTheSystemKills() {
        List<String> workers =
                rush.workers().startLocal(talkative(WorkerKind.PROCESS).logBuffer(1_000));
        evaluate(List.of(
                task("app", "INFO", "a"), task("app", "INFO", "b"), task("app", "WARNING", "the buffer is written")));
        await().atMost(PATIENCE).until(() -> rush.logs().read().size() == 3);

        ProcessHandle.of(rush.workers().infos().get(0).processId().orElseThrow())
                .orElseThrow()
                .destroyForcibly();
        rush.workers().awaitStopped(workers, PATIENCE);

        assertThat(rush.logs().read().messages()).containsExactly("a", "b", "the buffer is written");
    }

    @Test
    void workersInThreadsOfOneJvmAreToldApart() {
        Map<String, Object> inThread = new HashMap<>(task("app", "INFO", "<worker>"));
        inThread.put("in_thread", true);
        List<String> workers =
                rush.workers().startLocal(talkative(WorkerKind.THREAD).workers(3));
        for (int i = 0; i < 20; i++) {
            rush.tasks().push(List.of(inThread, task("app", "INFO", "<worker>")));
        }
        await().atMost(PATIENCE).until(() -> rush.tasks().counts().finished() == 40);
        stopAll();

        LogTable log = rush.logs().read();

        assertThat(log.size()).isEqualTo(40);
        assertThat(log.stream()).allSatisfy(entry -> assertThat(entry.message()).isEqualTo(entry.workerId()));
        assertThat(log.stream().map(LogEntry::workerId)).isSubsetOf(workers);
        assertThat(log.stream().map(LogEntry::thread)).anyMatch(name -> name.startsWith("helper-of-"));
        String one = log.entries().get(0).workerId();
        assertThat(rush.logs().read(LogFilter.all().workers(List.of(one))).stream())
                .isNotEmpty()
                .allMatch(entry -> entry.workerId().equals(one));
    }

    @Test
    void loggersGetBackTheirLevelsWhenTheLastWorkerOfTheJvmEnds() {
        Logger logger = Logger.getLogger("app");
        rush.workers().startLocal(talkative(WorkerKind.THREAD));
        List<String> killed = rush.workers().startLocal(talkative(WorkerKind.THREAD));
        assertThat(logger.getLevel()).isEqualTo(java.util.logging.Level.FINE);

        rush.workers().stop(StopMode.KILL, killed);
        stopAll();

        await().atMost(PATIENCE).until(() -> logger.getLevel() == null);
    }

    @Test
    void aFilterLeavesOut() {
        rush.workers().startLocal(talkative(WorkerKind.THREAD));
        evaluate(List.of(task("app", "INFO", "a"), task("app", "WARNING", "b")));
        await().atMost(PATIENCE).until(() -> rush.logs().read().size() == 2);
        Instant between = serverTime();
        evaluate(List.of(task("app", "WARNING", "c")));
        stopAll();

        assertThat(rush.logs().read(LogFilter.all().atLeast(Level.WARNING)).messages())
                .containsExactly("b", "c");
        assertThat(rush.logs().read(LogFilter.all().since(between)).messages()).containsExactly("c");
        assertThat(rush.logs()
                        .read(LogFilter.all().since(Instant.now().plusSeconds(3_600)))
                        .isEmpty())
                .isTrue();
        assertThat(rush.logs().read(LogFilter.all().workers(List.of("nobody"))).isEmpty())
                .isTrue();
    }
}
