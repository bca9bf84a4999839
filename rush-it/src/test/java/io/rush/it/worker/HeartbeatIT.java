package io.rush.it.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rush.api.Heartbeat;
import io.rush.api.Rush;
import io.rush.api.RushConfig;
import io.rush.api.RushPlan;
import io.rush.api.RushWorker;
import io.rush.api.StopMode;
import io.rush.api.WorkerInfo;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSettings;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.error.ConfigurationException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisStore;
import io.rush.api.task.FailureCause;
import io.rush.api.task.TaskFunction;
import io.rush.api.task.TaskState;
import io.rush.embedded.RedisServer;
import io.rush.it.support.TestRedis;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a heartbeat shows, and what a worker learns by it. */
class HeartbeatIT extends WorkerTestCase {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void periodAndExpireAreWholeSecondsAndTheExpireIsNotShorter() {
        WorkerSpec spec = WorkerSpec.of(Gated.class);

        assertThatThrownBy(() -> spec.heartbeat(Duration.ofSeconds(3), Duration.ofSeconds(2)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("PT2S", "PT3S", "must not expire");
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofMillis(1_500), Duration.ofSeconds(-1))) {
            assertThatThrownBy(() -> spec.heartbeat(wrong, Duration.ofSeconds(9)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContainingAll("whole seconds", wrong.toString());
        }
        assertThat(spec.heartbeat(SECOND, SECOND).heartbeat()).contains(new Heartbeat(SECOND, SECOND));
    }

    @Test
    void theIntervalOfTheSearchIsChecked() {
        RushConfig.Builder config = RushConfig.builder("n");

        for (Duration wrong : List.of(Duration.ofMillis(99), Duration.ofSeconds(-1))) {
            assertThatThrownBy(() -> config.lostDetection(wrong))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(wrong.toString());
            assertThatThrownBy(() -> RushPlan.create().lostDetection(wrong)).isInstanceOf(ConfigurationException.class);
        }
        assertThat(config.build().lostDetection()).isEqualTo(RushConfig.DEFAULT_LOST_DETECTION);
        assertThat(config.lostDetection(Duration.ZERO).build().lostDetection()).isZero();
    }

    @ParameterizedTest
    @EnumSource(WorkerKind.class)
    void aWorkerThatIsBusyForLongerThanItsHeartbeatLastsIsNotLost(WorkerKind kind) {
        List<String> workers = rush.workers().startLocal(gated(kind).heartbeat(SECOND, Duration.ofSeconds(2)));
        List<String> keys = pushAndAwaitStart();
        WorkerInfo first = infoOf(workers.get(0));

        await().atMost(PATIENCE)
                .until(() -> infoOf(workers.get(0))
                        .lastSeen()
                        .orElseThrow()
                        .isAfter(first.started().orElseThrow().plusSeconds(3)));
        assertThat(rush.workers().detectLost()).isEmpty();
        openGate(1);
        rush.tasks().await(keys, PATIENCE);

        assertThat(rush.tasks().states(keys)).containsEntry(keys.get(0), TaskState.FINISHED);
        assertThat(first.heartbeat()).contains(new Heartbeat(SECOND, Duration.ofSeconds(2)));
        assertThat(first.runs()).contains(Gated.class.getName());
        assertThat(first.remote()).isFalse();
    }

    @Test
    void aBusyProcessOfAnotherHandleIsKilledByItsHeartbeat() {
        List<String> workers =
                rush.workers().startLocal(gated(WorkerKind.PROCESS).heartbeat(SECOND, Duration.ofSeconds(20)));
        List<String> keys = pushAndAwaitStart();
        long processId = processOf(workers.get(0));

        assertThat(network.connect().workers().stop(StopMode.KILL, workers)).isEqualTo(workers);

        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.KILLED);
        assertThat(rush.archive().fetchFailed().row(0).condition().orElseThrow().cause())
                .isEqualTo(FailureCause.KILLED);
        awaitEnd(processId);
        assertThat(rush.tasks().states(keys)).containsEntry(keys.get(0), TaskState.FAILED);
    }

    @Test
    void aBusyThreadOfAnotherHandleIsInterruptedByItsHeartbeat() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        TaskFunction function = (xs, context) -> {
            try {
                new CountDownLatch(1).await();
                return xs;
            } catch (InterruptedException flag) {
                interrupted.complete(true);
                throw flag;
            }
        };
        List<String> workers = rush.workers()
                .startLocal(WorkerSpec.of(function).kind(WorkerKind.THREAD).heartbeat(SECOND, Duration.ofSeconds(20)));
        List<String> keys = pushAndAwaitStart();

        assertThat(network.connect().workers().stop(StopMode.KILL, workers)).isEqualTo(workers);

        assertThat(interrupted.get(1, TimeUnit.MINUTES)).isTrue();
        assertThat(rush.workers().states()).containsEntry(workers.get(0), WorkerState.KILLED);
        assertThat(rush.archive().fetchFailed().row(0).condition().orElseThrow().cause())
                .isEqualTo(FailureCause.KILLED);
        assertThat(rush.tasks().states(keys)).containsEntry(keys.get(0), TaskState.FAILED);
    }

    @Test
    void aWorkerThatRegistersItselfCanHaveAHeartbeatAndLearnsThatItIsGone() {
        WorkerSettings settings = WorkerSettings.ofId("self").asRemote().heartbeat(SECOND, Duration.ofSeconds(20));
        try (RushWorker worker = RushWorker.register(network.config(), settings)) {
            assertThat(worker.isRemote()).isTrue();
            assertThat(worker.heartbeat()).contains(new Heartbeat(SECOND, Duration.ofSeconds(20)));
            assertThat(infoOf("self").remote()).isTrue();
            List<String> keys = worker.pushRunning(List.of(Map.of("x", 1L)));

            rush.workers().stop(StopMode.KILL, List.of("self"));

            assertThat(worker.isTerminated()).isTrue();
            assertThat(worker.finish(keys.get(0), Map.of("y", 1L))).isFalse();
        }
        assertThat(rush.workers().states()).containsEntry("self", WorkerState.KILLED);
    }

    @Test
    void aHeartbeatFindsItsServerAgain() {
        try (RedisServer server = RedisServer.start(List.of("--appendonly", "yes"));
                RedisStore redis = TestRedis.open(server.url())) {
            RushConfig config = RushConfig.builder("n").redisUrl(server.url()).build();
            WorkerSettings settings = WorkerSettings.ofId("w").heartbeat(SECOND, Duration.ofSeconds(60));
            try (RushWorker worker = RushWorker.register(config, settings)) {
                server.kill();
                server.restart();
                RedisCommand look = RedisCommand.of("GET", "rush:{n}:heartbeat:w");
                redis.send(RedisCommand.of("DEL", "rush:{n}:heartbeat:w"));

                await().atMost(PATIENCE).until(() -> !redis.send(look).isNil());
                assertThat(worker.isTerminated()).isFalse();
            }
        }
    }

    @Test
    void aHandleThatKnowsOfNoWorkersDoesNotLookForLostOnes() {
        String suspects = "cmdstat_hscan";
        try (RedisServer server = RedisServer.start();
                RedisStore redis = TestRedis.open(server.url())) {
            RushConfig config = RushConfig.builder("n")
                    .redisUrl(server.url())
                    .lostDetection(Duration.ofMillis(100))
                    .build();
            try (Rush idle = Rush.connect(config);
                    Rush other = Rush.connect(config)) {
                idle.workers().infos();
                other.workers().startLocal(WorkerSpec.of((xs, context) -> xs).kind(WorkerKind.THREAD));
                await().atMost(PATIENCE)
                        .until(() -> redis.send(RedisCommand.of("INFO", "commandstats"))
                                .asText()
                                .contains(suspects));

                await().atMost(PATIENCE).until(() -> detectionThreads() == 1);
                idle.workers().await(1, PATIENCE);
                idle.workers().infos();
                assertThat(detectionThreads()).isEqualTo(2);
            }
            await().atMost(PATIENCE).until(() -> detectionThreads() == 0);
        }
    }

    private static long detectionThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("rush-lost-detection"))
                .count();
    }
}
