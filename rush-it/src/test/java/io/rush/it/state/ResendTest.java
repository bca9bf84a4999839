package io.rush.it.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.Rush;
import io.rush.api.RushWorker;
import io.rush.api.StopMode;
import io.rush.api.TaskFeed;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerLoop;
import io.rush.api.WorkerSettings;
import io.rush.api.WorkerSpec;
import io.rush.api.log.LogSettings;
import io.rush.api.store.RedisReply;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.PushOptions;
import io.rush.api.task.RetryOptions;
import io.rush.api.task.RetryPolicy;
import io.rush.api.task.Seed;
import io.rush.api.task.Task;
import io.rush.api.task.TaskResult;
import io.rush.api.task.TaskState;
import io.rush.it.support.RawScript;
import io.rush.it.support.ResendingStore;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A script that reaches the server twice does what it does once, and says so. */
class ResendTest extends StateTestCase {
    private static final int SCRIPTS = 32;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private ResendingStore store;
    private Rush controller;
    private RushWorker worker;

    @BeforeEach
    void connect() {
        store = new ResendingStore(network.redis(), network.key(""));
        controller = network.connect(store);
        worker = network.worker("w", store);
        // somebody waits for everything, so that a second wake-up would show
        network.send("HSET", network.key("waiting"), "r1", "results", "r2", "results", "k", "workers");
        network.send("SADD", network.key("idle"), "i1", "i2", "i3");
    }

    @AfterEach
    void nothingHappenedTwice() {
        assertThat(store.changes()).isEmpty();
        assertThat(store.otherAnswers()).isEmpty();
    }

    @Test
    void tasksAreCreatedOnce() {
        controller.tasks().push(points(2), PushOptions.none().terminateWorkers(true));
        controller.tasks().pushPriority("w", points(2));
        controller.tasks().pushPriority("nobody", points(1));
        controller.tasks().pushFinished(points(2), points(2));
        controller.tasks().pushFailed(points(2), List.of(Condition.error("boom")));
        worker.pushRunning(points(2));

        assertThat(controller.tasks().counts().total()).isEqualTo(11);
        assertThat(controller.tasks().keys()).hasSize(11).doesNotHaveDuplicates();
    }

    @Test
    void tasksAreTakenOnce() {
        raw.queued("a", "b", "c", "d");
        raw.queuedFor("w", "own");

        assertThat(pop(worker).key()).isEqualTo("own");
        assertThat(worker.exchange(List.of(), 3, Duration.ZERO).tasks())
                .extracting(Task::key)
                .containsExactly("a", "b", "c");

        assertThat(raw.queue()).containsExactly("d");
        assertThat(raw.running()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aFeedTakesHandsInAndGivesBackOnce(int depth) {
        raw.queued("a", "b");
        network.send("RPUSH", network.key("queue"), "missing");
        raw.queued("broken", "c", "d", "e");
        raw.hash("broken", "xs", "{");
        raw.hash("b", "returned", "1");
        raw.queuedFor("w", "own");

        try (TaskFeed feed = worker.feed(depth)) {
            for (String key : List.of("own", "a", "b")) {
                assertThat(feed.next(Duration.ZERO)).map(Task::key).hasValue(key);
                feed.handIn(TaskResult.finished(key, YS));
            }
            assertThat(feed.next(Duration.ZERO)).map(Task::key).hasValue("c");
            feed.handIn(TaskResult.failed("c", Condition.error("boom")));
            feed.flush();
        }

        assertThat(raw.finished()).containsExactly("own", "a", "b");
        assertThat(raw.failed()).containsExactlyInAnyOrder("missing", "broken", "c");
        assertThat(raw.queue()).containsExactly("d", "e");
        assertThat(raw.running()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatAFeedReservedReturnsOnceWhenItsWorkerLeaves(int depth) {
        raw.queued("a", "b", "c", "d");
        TaskFeed feed = worker.feed(depth);
        feed.next(Duration.ZERO);

        worker.terminate();
        feed.close();

        assertThat(raw.failed()).containsExactly("a");
        assertThat(raw.queue()).containsExactly("b", "c", "d");
    }

    @Test
    void aTaskWithoutItsHashFailsOnce() {
        network.send("RPUSH", network.key("queue"), "m1", "m2");
        raw.queued("a");

        assertThat(pop(worker).key()).isEqualTo("a");
        assertThat(worker.pop(Duration.ZERO)).isEmpty();

        assertThat(raw.failed()).containsExactly("m1", "m2");
    }

    @Test
    void aWorkerThatWaitsIsRegisteredOnceAndWithdrawnOnce() {
        assertThat(worker.pop(Duration.ofMillis(20))).isEmpty();

        assertThat(network.send("SISMEMBER", network.key("idle"), "w").asLong()).isZero();
    }

    @Test
    void resultsCountOnceAndAreReportedAsCounting() {
        raw.queued("a", "b", "c", "d");
        worker.exchange(List.of(), 3, Duration.ZERO);
        network.send("HSET", network.key("waiting"), "t", "task b");

        assertThat(worker.finish("a", YS, Map.of("note", "n"))).isTrue();
        assertThat(worker.exchange(
                                List.of(TaskResult.failed("b", Condition.error("boom")), TaskResult.finished("c", YS)),
                                1,
                                Duration.ZERO)
                        .report()
                        .applied())
                .containsExactly("b", "c");

        assertThat(raw.finished()).containsExactly("a", "c");
        assertThat(raw.failed()).containsExactly("b");
        assertThat(raw.running()).containsValue("d").hasSize(1);
    }

    @Test
    void aResultThatDoesNotCountDoesNotCountTwice() {
        raw.queued("a", "b");
        worker.exchange(List.of(), 2, Duration.ZERO);
        controller.tasks().fail(List.of("a"), List.of(Condition.error("slow")));
        assertThat(worker.finish("a", YS)).isFalse();
        raw.lose("w");
        assertThat(worker.finish("b", YS)).isFalse();
        assertThat(worker.pushRunning(points(1))).isEmpty();
    }

    @Test
    void controllersFailRetryAndRemoveOnce() {
        raw.running("a", "w:1-0");
        raw.failed("b", "c");
        raw.hash("b", "seed", "[10407,1,2,3,4,5,6]");
        raw.hash("c", "max_retries", "0");

        assertThat(controller
                        .tasks()
                        .fail(List.of("a", "b"), List.of(Condition.error("slow")))
                        .applied())
                .containsExactly("a");
        assertThat(controller
                        .tasks()
                        .retry(List.of("a", "b", "c"), RetryOptions.defaults().nextSeed(true))
                        .applied())
                .containsExactly("a", "b");
        assertThat(raw.hash("b"))
                .containsEntry("n_retries", "1")
                .containsEntry(
                        "seed",
                        Seed.of(10407, 1, 2, 3, 4, 5, 6)
                                .nextSubStream()
                                .values()
                                .toString()
                                .replace(" ", ""));
        raw.queuedFor("w", "own");
        assertThat(controller.tasks().emptyQueue()).containsExactly("a", "b", "own");
    }

    @Test
    void aPolicyRetriesOnce() {
        RetryPolicy policy =
                RetryPolicy.on(FailureCause.ERROR, FailureCause.LOST).firstDelay(Duration.ZERO);
        controller.tasks().retryPolicy(policy.maxRetries(4));
        raw.queued("a");

        assertThat(worker.fail(pop(worker).key(), Condition.error("boom"))).isTrue();
        pop(worker);
        controller.tasks().fail(List.of("a"), List.of(Condition.error("slow")));
        pop(worker);
        worker.terminate();

        assertThat(raw.hash("a")).containsEntry("n_retries", "3");
        assertThat(raw.delayed()).containsOnlyKeys("a");
        assertThat(controller.tasks().emptyQueue()).containsExactly("a");
    }

    @Test
    void aFailureThatIsSentAgainAfterItsRetryBeganCountsAndDoesNothing() {
        controller.tasks().retryPolicy(RetryPolicy.on(FailureCause.ERROR).firstDelay(Duration.ZERO));
        raw.queued("a");
        worker.fail(pop(worker).key(), Condition.error("boom"));
        network.worker("other").pop(Duration.ZERO);

        RedisReply again = store.sendLastAgain("owner_prefix .. first");

        assertThat(again.asList()).extracting(RedisReply::asLong).containsExactly(0L, 0L, 0L);
        assertThat(raw.running()).containsValue("a");
        assertThat(raw.hash("a")).containsEntry("n_retries", "1");
    }

    @Test
    void workersComeAndLeaveOnce() throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        WorkerLoop loop = self -> {
            while (!self.isTerminated()) {
                Thread.onSpinWait();
            }
            done.complete(null);
        };
        network.send("SADD", network.key("unsettled"), "left");
        raw.queued("a");
        raw.queuedFor("w", "b");
        List<String> ids = controller
                .workers()
                .startLocal(WorkerSpec.ofLoop(loop).kind(WorkerKind.THREAD).awaitStart(false));
        controller.workers().stop(StopMode.TERMINATE, ids);
        done.get(1, TimeUnit.MINUTES);
        pop(worker);
        controller.workers().detectLost();
        worker.terminate();

        assertThat(raw.exists("unsettled")).isFalse();
        assertThat(raw.departed()).containsEntry("w", "terminated");
        assertThat(raw.queue()).endsWith("a");
        assertThat(raw.failed()).contains("b");
        network.rush().workers().awaitStopped(ids, PATIENCE);
    }

    @Test
    void remoteWorkersAreKnownAndToldOnce() {
        String process = "space 4711 1";
        store.send(RawScript.call("announce_remote", network, "r", "t1", "host", "4711", process, "1000", "60000"));
        assertThat(controller
                        .workers()
                        .startRemote(WorkerSpec.ofFunction("com.example.Branin").awaitStart(false)))
                .containsExactly("r");
        store.send(RawScript.call("collect_start", network, "r", "host", "4711", process));
        store.send(RawScript.call("heartbeat", network, "r", "0", "60000"));
        store.send(RawScript.call("heartbeat", network, "r", "7", "60000"));

        assertThat(raw.workers()).containsEntry("r", "pre 0");
        assertThat(network.send("LLEN", network.key("wake:r")).asLong()).isEqualTo(1);
        assertThat(network.send("GET", network.key("heartbeat:r")).asText()).isEqualTo("0");
    }

    void aResetOfDataKeepsWhoWorksAndWhoWaits() {
        raw.queued("a", "b");
        raw.queuedFor("w", "own");
        pop(worker);
        controller.tasks().pushFinished(points(2), points(2));

        controller.resetData();

        assertThat(controller.tasks().counts().total()).isZero();
        assertThat(network.send("SCARD", network.key("idle")).asLong()).isEqualTo(3);
        assertThat(worker.isTerminated()).isFalse();
    }

    @Test
    void whatAWorkerLogsIsWrittenOnce() {
        WorkerSettings settings = WorkerSettings.ofId("logging").withLogs(LogSettings.of(Map.of("resend", Level.INFO)));
        try (RushWorker logging = RushWorker.register(network.config(store), settings)) {
            System.getLogger("resend").log(Level.INFO, logging.workerId());
        }

        assertThat(controller.logs().read().messages()).containsExactly("logging");
    }

    @Test
    void aTransitionThatIsSentAgainAfterOthersCameInBetweenDoesNothing() {
        raw.queued("a");
        controller.tasks().emptyQueue();
        controller.tasks().retry(List.of("a"));
        store.sendLastAgain("failed_by");
        assertThat(raw.queue()).containsExactly("a");

        pop(worker);
        controller.tasks().fail(List.of("a"), List.of(Condition.error("slow")));
        store.sendLastAgain("retried_by");
        assertThat(raw.failed()).containsExactly("a");
        assertThat(raw.queue()).isEmpty();

        controller.tasks().retry(List.of("a"));
        pop(worker);
        store.sendLastAgain("'failed_by') == token then\n    answer");
        assertThat(raw.running()).containsValue("a");
        assertThat(raw.failed()).isEmpty();
    }

    @Test
    void anExchangeThatIsSentAgainTakesNoOtherTasksThoughOneOfItsOwnFailedMeanwhile() {
        raw.queued("a", "b", "c", "d", "e");
        worker.exchange(List.of(), 3, Duration.ZERO);
        controller.tasks().fail(List.of("a"), List.of(Condition.error("slow")));

        store.sendLastAgain("owner_prefix .. first");

        assertThat(raw.running().values()).containsExactlyInAnyOrder("b", "c");
        assertThat(raw.queue()).containsExactly("d", "e");
    }

    @Test
    void everyScriptIsAmongThoseThatWereSentTwice() throws Exception {
        raw.delayed("due", 1);
        assertThat(pop(worker).key()).isEqualTo("due");
        controllersFailRetryAndRemoveOnce();
        controller.tasks().pushFinished(points(1), points(1));
        controller.tasks().push(points(1));
        worker.pushRunning(points(1));
        worker.feed(2).close();
        workersComeAndLeaveOnce();
        remoteWorkersAreKnownAndToldOnce();
        whatAWorkerLogsIsWrittenOnce();
        controller.workers().detectLost();
        worker.isTerminatedOnIdle();
        controller.tasks().counts();
        controller.tasks().states(List.of("a"));
        controller.tasks().keys(EnumSet.allOf(TaskState.class));
        controller.tasks().await(List.of("a"));
        controller.archive().fetchFinished();
        controller.archive().fetchFailed();
        controller.workers().await(0, PATIENCE);
        controller.server().doctor();

        controller.reset();

        assertThat(network.keyNames()).allMatch(name -> name.startsWith("wake:"));
        assertThat(store.sources()).hasSize(SCRIPTS);
    }
}
