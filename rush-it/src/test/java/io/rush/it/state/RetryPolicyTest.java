package io.rush.it.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.RushWorker;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.PushOptions;
import io.rush.api.task.RetryPolicy;
import io.rush.api.task.Task;
import io.rush.api.task.TaskCounts;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskResult;
import io.rush.api.task.TaskState;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From running to queued: failed tasks are retried by a policy. */
class RetryPolicyTest extends StateTestCase {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Condition BOOM = Condition.error("boom");
    private static final long MICROS_OF_HOUR = Duration.ofHours(1).toMillis() * 1000;
    private static final RetryPolicy HOURLY = RetryPolicy.on(FailureCause.ERROR)
            .firstDelay(Duration.ofHours(1))
            .longestDelay(Duration.ofHours(5))
            .factor(3);

    private String push(RetryPolicy policy) {
        return rush.tasks()
                .push(points(1), PushOptions.none().retryPolicy(policy))
                .get(0);
    }

    private void popAndFail(RushWorker worker) {
        assertThat(worker.fail(pop(worker).key(), BOOM)).isTrue();
    }

    @Test
    void aTaskWhoseCauseIsCoveredIsQueuedAgainWithItsConditionKept() {
        String key = push(HOURLY);

        popAndFail(network.worker("w"));

        assertThat(raw.delayed()).containsOnlyKeys(key);
        assertThat(raw.running()).isEmpty();
        assertThat(raw.failed()).isEmpty();
        assertThat(raw.hash(key)).containsEntry("n_retries", "1").doesNotContainKey("condition");
        assertThat(raw.hash(key).get("last_condition")).contains("boom");
        assertThat(rush.tasks().states(List.of(key))).isEqualTo(Map.of(key, TaskState.QUEUED));
        assertThat(rush.tasks().keys(TaskState.QUEUED)).containsExactly(key);
        assertThat(rush.tasks().counts()).isEqualTo(new TaskCounts(0, 0, 1, 0, 0, 0));
        assertThat(rush.archive().fetchQueued(TaskField.LAST_CONDITION).row(0).lastCondition())
                .hasValue(BOOM);
        assertThat(rush.archive().fetch(EnumSet.allOf(TaskState.class)).keys()).containsExactly(key);
    }

    @Test
    void theDelayGrowsUpToTheLongestByTheClockOfTheServer() {
        String key = push(HOURLY.maxRetries(4));
        RushWorker worker = network.worker("w");
        for (int hours : List.of(1, 3, 5, 5)) {
            Task task = pop(worker);
            long before = raw.now();
            worker.fail(task.key(), BOOM);
            long after = raw.now();

            assertThat(raw.delayed().get(key) - hours * MICROS_OF_HOUR).isBetween(before, after);
            raw.letDelayedBeDue();
        }
        popAndFail(worker);

        assertThat(raw.failed()).containsExactly(key);
        assertThat(raw.hash(key)).containsEntry("n_retries", "4").containsKeys("condition", "last_condition");
        assertThat(raw.exists("delayed")).isFalse();
    }

    @Test
    void jitterShortensEachDelayByAPartOfItsOwn() {
        List<String> keys = rush.tasks().push(points(50), PushOptions.none().retryPolicy(HOURLY.jitter(0.5)));
        RushWorker worker = network.worker("w");
        worker.exchange(List.of(), 50, Duration.ZERO);
        long before = raw.now();
        worker.exchange(keys.stream().map(key -> TaskResult.failed(key, BOOM)).toList(), 0, Duration.ZERO);
        long after = raw.now();

        assertThat(raw.delayed().values())
                .allSatisfy(due -> assertThat(due).isBetween(before + MICROS_OF_HOUR / 2, after + MICROS_OF_HOUR));
        assertThat(raw.delayed().values().stream().map(due -> due / 1_000_000).distinct())
                .hasSizeGreaterThan(25);
    }

    @Test
    void aTaskFailsForGoodWhenItsOwnMaximumIsReached() {
        PushOptions options =
                PushOptions.none().retryPolicy(HOURLY.firstDelay(Duration.ZERO)).maxRetries(1);
        String key = rush.tasks().push(points(1), options).get(0);
        RushWorker worker = network.worker("w");

        popAndFail(worker);
        popAndFail(worker);

        assertThat(raw.failed()).containsExactly(key);
        assertThat(rush.tasks().retry(List.of(key)).isComplete()).isFalse();
    }

    @Test
    void otherCausesAreNotRetried() {
        String key = push(RetryPolicy.on(FailureCause.LOST, FailureCause.TIMEOUT));

        popAndFail(network.worker("w"));

        assertThat(raw.failed()).containsExactly(key);
        assertThat(raw.hash(key)).doesNotContainKeys("n_retries", "last_condition");
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR", "TIMEOUT", "LOST", "KILLED"})
    void aControllersWordIsRetriedForItsCause(FailureCause cause) {
        String key = push(RetryPolicy.on(cause));
        pop(network.worker("w"));

        assertThat(rush.tasks()
                        .fail(List.of(key), List.of(Condition.of(cause, "says so")))
                        .applied())
                .containsExactly(key);

        assertThat(raw.delayed()).containsOnlyKeys(key);
    }

    @Test
    void whatALostWorkerRanIsRetried() {
        String key = push(RetryPolicy.on(FailureCause.LOST));
        pop(network.worker("w"));
        raw.lose("w");

        rush.workers().detectLost();

        assertThat(raw.delayed()).containsOnlyKeys(key);
        assertThat(raw.hash(key).get("last_condition")).contains("\"lost\"");
    }

    @Test
    void thePolicyOfTheNetworkHoldsForEveryHandleUntilItIsCleared() {
        assertThat(rush.tasks().retryPolicy()).isEmpty();
        rush.tasks().retryPolicy(HOURLY.jitter(0.25));
        assertThat(network.connect().tasks().retryPolicy()).isEqualTo(Optional.of(HOURLY.jitter(0.25)));
        RushWorker worker = network.worker("w");
        rush.tasks().push(points(2));
        popAndFail(worker);
        rush.tasks().clearRetryPolicy();
        popAndFail(worker);

        assertThat(raw.delayed()).hasSize(1);
        assertThat(raw.failed()).hasSize(1);
        assertThat(rush.tasks().retryPolicy()).isEmpty();
    }

    @Test
    void thePolicyOfAPushWins() {
        rush.tasks().retryPolicy(HOURLY);
        String key = push(HOURLY.maxRetries(0));

        popAndFail(network.worker("w"));

        assertThat(raw.failed()).containsExactly(key);
    }

    @Test
    void whatAWorkerPushedAsRunningObeysTheNetwork() {
        rush.tasks().retryPolicy(HOURLY);
        RushWorker worker = network.worker("w");
        String key = worker.pushRunning(points(1)).get(0);

        worker.fail(key, BOOM);

        assertThat(raw.delayed()).containsOnlyKeys(key);
    }

    @Test
    void removedTasksAndThoseWithoutDataAreNotRetried() {
        rush.tasks().retryPolicy(RetryPolicy.on(FailureCause.ERROR, FailureCause.KILLED));
        raw.queued("a");
        rush.tasks().emptyQueue();
        network.send("RPUSH", network.key("queue"), "missing");
        assertThat(network.worker("w").pop(Duration.ZERO)).isEmpty();

        assertThat(raw.failed()).containsExactly("a", "missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "[]", "{\"causes\":[\"error\"],\"max_retries\":3}", "not JSON"})
    void aDamagedPolicyRetriesNothing(String policy) {
        network.send("SET", network.key("retry_policy"), policy);
        raw.queued("a");

        popAndFail(network.worker("w"));

        assertThat(raw.failed()).containsExactly("a");
    }

    @Test
    void aTaskThatIsDueGoesToWhoeverFindsTheQueueEmpty() {
        raw.delayed("later", raw.now() + MICROS_OF_HOUR);
        raw.delayed("second", 2);
        raw.delayed("first", 1);
        RushWorker worker = network.worker("w");

        assertThat(pop(worker).key()).isEqualTo("first");
        assertThat(pop(worker).key()).isEqualTo("second");
        assertThat(worker.pop(Duration.ZERO)).isEmpty();

        assertThat(raw.delayed()).containsOnlyKeys("later");
    }

    @Test
    void withoutADelayTheTaskIsThereAtOnce() {
        String key = push(HOURLY.firstDelay(Duration.ZERO));
        RushWorker worker = network.worker("w");

        popAndFail(worker);
        Task again = pop(worker);

        assertThat(again.key()).isEqualTo(key);
        assertThat(again.retries()).isEqualTo(1);
    }

    @Test
    void aTaskThatFailedIsRetriedByTheCallThatHandsItIn() {
        push(HOURLY.firstDelay(Duration.ZERO));
        RushWorker worker = network.worker("w");
        TaskResult failure = TaskResult.failed(pop(worker).key(), BOOM);

        assertThat(worker.exchange(List.of(failure), 1, Duration.ZERO).tasks()).hasSize(1);
    }

    @Test
    void anIdleWorkerWakesWhenATaskOfItsOwnIsDue() {
        String key = push(HOURLY.firstDelay(Duration.ofMillis(30)));
        RushWorker worker = network.worker("w");
        popAndFail(worker);

        assertThat(worker.pop(PATIENCE)).map(Task::key).hasValue(key);
    }

    @Test
    void anIdleWorkerIsToldWhenSomebodyElsesTaskIsDelayed() {
        String key = push(HOURLY);
        network.send("SADD", network.key("idle"), "idle");

        popAndFail(network.worker("w"));

        assertThat(raw.exists("wake:idle")).isTrue();
        assertThat(raw.delayed()).containsOnlyKeys(key);
    }

    @Test
    void aWorkerThatNeverFindsTheQueueEmptyLooksOnceInAWhile() {
        raw.delayed("retried", 1);
        RushWorker worker = network.worker("w");
        long deadline = System.nanoTime() + PATIENCE.toNanos();

        boolean found = false;
        while (!found && System.nanoTime() < deadline) {
            rush.tasks().push(points(1));
            Task task = pop(worker);
            worker.finish(task.key(), YS);
            found = task.key().equals("retried");
            if (raw.queue().contains("retried")) {
                found = true;
            }
        }

        assertThat(found).isTrue();
    }

    @Test
    void workersAreNotSentHomeWhileATaskIsDelayed() {
        PushOptions options = PushOptions.none().retryPolicy(HOURLY).terminateWorkers(true);
        rush.tasks().push(points(1), options);
        RushWorker worker = network.worker("w");
        popAndFail(worker);

        assertThat(worker.isTerminatedOnIdle()).isFalse();
        raw.letDelayedBeDue();
        String key = worker.pop(PATIENCE).orElseThrow().key();
        worker.finish(key, YS);

        assertThat(worker.isTerminatedOnIdle()).isTrue();
        assertThat(worker.pop(PATIENCE)).isEmpty();
    }

    @Test
    void whoeverWaitsForATaskWaitsForItsRetries() {
        String key = push(HOURLY.maxRetries(1));
        RushWorker worker = network.worker("w");
        popAndFail(worker);
        assertThat(rush.tasks().await(List.of(key), Duration.ofMillis(20))).isEqualTo(AwaitOutcome.TIMED_OUT);

        raw.letDelayedBeDue();
        popAndFail(worker);

        assertThat(rush.tasks().await(List.of(key), PATIENCE)).isEqualTo(AwaitOutcome.DONE);
    }

    @Test
    void aTaskThatFinishesAfterARetryHasNoConditionButTheLastOne() {
        String key = push(HOURLY.firstDelay(Duration.ZERO));
        RushWorker worker = network.worker("w");
        popAndFail(worker);

        worker.finish(pop(worker).key(), YS);

        assertThat(raw.finished()).containsExactly(key);
        assertThat(rush.archive().fetchFinished().row(0).condition()).isEmpty();
        assertThat(rush.archive().fetchFinished(TaskField.LAST_CONDITION).row(0).lastCondition())
                .hasValue(BOOM);
    }

    @Test
    void aResetTakesDelayedTasksAndThePolicyAlong() {
        rush.tasks().retryPolicy(HOURLY);
        raw.delayed("a", 1);

        rush.reset();

        assertThat(network.keyNames()).isEmpty();
    }
}
