package io.rush.it.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rush.api.Rush;
import io.rush.api.RushConfig;
import io.rush.api.RushPlan;
import io.rush.api.RushWorker;
import io.rush.api.WorkerSettings;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.StoreException;
import io.rush.api.store.RedisStore;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.Task;
import io.rush.embedded.RedisServer;
import io.rush.it.support.LosingStore;
import io.rush.it.support.TestRedis;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RedisServer server;

    @BeforeEach
    void start() {
        server = RedisServer.start(List.of("--appendonly", "yes", "--appendfsync", "always"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RushConfig.Builder config() {
        return RushConfig.builder("n").redisUrl(server.url());
    }

    @Test
    void aCallIsMadeAgainUntilRedisIsBack() throws Exception {
        try (Rush rush = Rush.connect(config().build())) {
            server.kill();
            Call<List<String>> push = Call.start(() -> rush.tasks().push(List.of(Map.of("x", 1L))));
            push.awaitPause();

            server.restart();

            assertThat(push.answer()).hasSize(1);
            assertThat(rush.tasks().counts().queued()).isEqualTo(1);
        }
    }

    @Test
    void aWaitForTasksOutlastsARestart() throws Exception {
        try (Rush rush = Rush.connect(config().build());
                RushWorker worker = RushWorker.register(config().build())) {
            List<String> keys = rush.tasks().push(List.of(Map.of("x", 1L)));
            Call<AwaitOutcome> wait = Call.start(() -> rush.tasks().await(keys, PATIENCE));

            server.kill();
            wait.awaitPause();
            server.restart();
            Task task = worker.pop(PATIENCE).orElseThrow();
            assertThat(worker.finish(task.key(), Map.of("y", 2L))).isTrue();

            assertThat(wait.answer()).isEqualTo(AwaitOutcome.DONE);
        }
    }

    @Test
    void aWorkerThatWaitsForTasksGetsWhatIsPushedAfterARestart() throws Exception {
        try (Rush rush = Rush.connect(config().build());
                RushWorker worker = RushWorker.register(config().build())) {
            Call<Task> pop = Call.start(() -> worker.pop(PATIENCE).orElseThrow());

            server.kill();
            pop.awaitPause();
            server.restart();
            List<String> keys = rush.tasks().push(List.of(Map.of("x", 1L)));

            assertThat(pop.answer().key()).isEqualTo(keys.get(0));
        }
    }

    @Test
    void aTaskWhoseReplyWasLostComesWithTheNextAttempt() {
        try (RedisStore redis = TestRedis.open(server.url())) {
            LosingStore losing = new LosingStore(redis);
            RushConfig lossy = RushConfig.builder("n").store(losing).build();
            try (Rush rush = Rush.connect(config().build());
                    RushWorker worker = RushWorker.register(lossy, WorkerSettings.ofId("w"))) {
                List<String> keys = rush.tasks().push(List.of(Map.of("x", 1L), Map.of("x", 2L)));

                losing.loseNext(2);
                Task first = worker.pop(PATIENCE).orElseThrow();
                losing.loseNext(1);
                assertThat(worker.finish(first.key(), Map.of("y", 1L))).isTrue();
                Task second = worker.pop(PATIENCE).orElseThrow();

                assertThat(List.of(first.key(), second.key())).isEqualTo(keys);
                assertThat(worker.pop(Duration.ZERO)).isEmpty();
                assertThat(rush.tasks().counts().running()).isEqualTo(1);
                assertThat(rush.archive().fetchFinished().size()).isEqualTo(1);
            }
        }
    }

    @Test
    void whatIsAwayForTooLongIsToldWithTheTolerance() {
        RushConfig brief = config().outageTolerance(Duration.ofSeconds(1)).build();
        try (Rush rush = Rush.connect(brief)) {
            server.kill();

            assertThatThrownBy(() -> rush.tasks().counts())
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            failure -> assertThat(failure.isRetryable()).isTrue())
                    .hasMessageContaining("longer than the outage tolerance of 1 s");
        }
    }

    @Test
    void withoutToleranceTheFirstFailureIsTheCallers() {
        try (Rush rush = Rush.connect(config().outageTolerance(Duration.ZERO).build())) {
            server.kill();

            assertThatThrownBy(() -> rush.tasks().counts())
                    .isInstanceOf(StoreException.class)
                    .hasMessageNotContaining("tolerance");
        }
    }

    @Test
    void whatRedisRefusesIsNotTriedAgain() {
        try (Rush rush = Rush.connect(config().build());
                RedisStore redis = TestRedis.open(server.url())) {
            redis.send(io.rush.api.store.RedisCommand.of("SET", "rush:{n}:queue", "no list"));

            assertThatThrownBy(() -> rush.tasks().push(List.of(Map.of("x", 1L))))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            failure -> assertThat(failure.isRetryable()).isFalse())
                    .hasMessageContaining("WRONGTYPE");
        }
    }

    @Test
    void anInterruptEndsTheWaitForRedis() throws Exception {
        try (Rush rush = Rush.connect(config().build())) {
            server.kill();
            Call<Object> call = Call.start(() -> rush.tasks().counts());
            call.awaitPause();

            call.interrupt();

            assertThatThrownBy(call::answer).hasCauseInstanceOf(StoreException.class);
        }
    }

    @Test
    void closingTheHandleEndsTheWaitForRedis() throws Exception {
        Rush rush = Rush.connect(config().build());
        server.kill();
        Call<Object> call = Call.start(() -> rush.tasks().counts());
        call.awaitPause();

        rush.close();

        assertThatThrownBy(call::answer).hasCauseInstanceOf(StoreException.class);
    }

    @Test
    void aHandleIsNotOpenedOnAServerThatIsAway() {
        server.kill();

        assertThatThrownBy(() -> Rush.connect(config().build())).isInstanceOf(StoreException.class);
    }

    @Test
    void aNegativeToleranceIsRefused() {
        Duration negative = Duration.ofSeconds(-1);

        assertThatThrownBy(() -> config().outageTolerance(negative))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("outage tolerance");
        assertThatThrownBy(() -> RushPlan.create().outageTolerance(negative))
                .isInstanceOf(ConfigurationException.class);
        assertThat(config().build().outageTolerance()).isEqualTo(RushConfig.DEFAULT_OUTAGE_TOLERANCE);
    }

    /** A call in a thread of its own. */
    private record Call<T>(CompletableFuture<T> future, AtomicReference<Thread> thread) {
        static <T> Call<T> start(Supplier<T> call) {
            CompletableFuture<T> future = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                try {
                    future.complete(call.get());
                } catch (Throwable thrown) {
                    future.completeExceptionally(thrown);
                }
            });
            thread.setDaemon(true);
            thread.start();
            return new Call<>(future, new AtomicReference<>(thread));
        }

        /** Waits until the call has failed once and waits for the next attempt. */
        void awaitPause() {
            await().atMost(PATIENCE)
                    .until(() -> Arrays.stream(thread.get().getStackTrace())
                            .anyMatch(frame -> frame.getClassName().endsWith(".Outage")));
        }

        void interrupt() {
            thread.get().interrupt();
        }

        T answer() throws Exception {
            return future.get(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
        }
    }
}
