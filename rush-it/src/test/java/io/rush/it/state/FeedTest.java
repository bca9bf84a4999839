package io.rush.it.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rush.api.RushWorker;
import io.rush.api.StopMode;
import io.rush.api.TaskFeed;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.SerializationException;
import io.rush.api.error.TaskStateException;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.Condition;
import io.rush.api.task.Task;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskResult;
import io.rush.it.support.CountingStore;
import io.rush.it.support.Race;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A feed hands out tasks one after the other and hands in their results. */
class FeedTest extends FeedTestCase {
    @Test
    void tasksAreReservedAheadUnderAttemptsOfTheFeed() {
        RushWorker worker = worker();
        raw.queued("a", "b", "c", "d");

        try (TaskFeed feed = worker.feed(3)) {
            assertThat(nextKey(feed)).isEqualTo("a");

            assertThat(raw.running())
                    .isEqualTo(Map.of(owner("w", 1, 1), "a", owner("w", 1, 2), "b", owner("w", 1, 3), "c"));
            assertThat(raw.queue()).containsExactly("d");
            assertThat(begun("w", 1)).hasValue(1L);
            assertThat(nextKey(feed)).isEqualTo("b");
            assertThat(nextKey(feed)).isEqualTo("c");
            assertThat(nextKey(feed)).isEqualTo("d");
            assertThat(feed.next(Duration.ZERO)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 500})
    void tasksComeInOrderAndThoseOfTheOwnQueueFirst(int depth) {
        RushWorker worker = worker();
        raw.queued("a", "b", "c");
        raw.queuedFor("w", "own1", "own2");

        try (TaskFeed feed = worker.feed(depth)) {
            assertThat(workOff(feed)).containsExactly("own1", "own2", "a", "b", "c");
        }

        assertThat(raw.finished()).containsExactly("own1", "own2", "a", "b", "c");
        assertThat(raw.running()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aTaskHasTheFieldsThatWereAskedFor(int depth) {
        RushWorker worker = worker();
        raw.hash("a", "xs", "{\"x\":1}", "max_retries", "4", "n_retries", "2");
        network.send("RPUSH", network.key("queue"), "a");

        try (TaskFeed feed = worker.feed(depth, TaskField.MAX_RETRIES)) {
            assertThat(next(feed)).satisfies(task -> {
                assertThat(task.maxRetries()).hasValue(4);
                assertThat(task.xs()).isEmpty();
            });
        }
    }

    @Test
    void aFeedOfDepthOneSendsOneCommandATask() {
        CountingStore store = new CountingStore(network.redis());
        RushWorker worker = network.worker("w", store);
        raw.queued(keys(20));
        TaskFeed feed = worker.feed(1);

        assertThat(store.during(() -> assertThat(workOff(feed)).hasSize(20))).isEqualTo(21);
        assertThat(store.during(feed::flush)).isZero();
        assertThat(store.during(feed::close)).isZero();
    }

    @Test
    void aFeedOfDepthOneReservesNothing() {
        RushWorker worker = worker();
        raw.queued("a", "b");

        try (TaskFeed feed = worker.feed(1)) {
            nextKey(feed);
            assertThat(raw.running()).isEqualTo(Map.of(raw.owner("w", 0), "a"));
            finish(feed, "a");
            assertThat(raw.finished()).isEmpty();
            feed.flush();
            assertThat(raw.finished()).containsExactly("a");
            assertThat(raw.queue()).containsExactly("b");
        }
    }

    @Test
    void aTaskThatBeganIsMarkedWithoutAnotherCall() {
        RushWorker worker = worker();
        raw.queued("a", "b", "c");

        try (TaskFeed feed = worker.feed(3)) {
            nextKey(feed);
            nextKey(feed);

            awaitBegun("w", 1, 2);
        }
    }

    @Test
    void aResultIsWrittenWhileTheNextTaskRuns() {
        RushWorker worker = worker();
        raw.queued("a", "b", "c");

        try (TaskFeed feed = worker.feed(3)) {
            finish(feed, nextKey(feed));
            nextKey(feed);

            assertThat(rush.tasks().await(List.of("a"), PATIENCE)).isEqualTo(AwaitOutcome.DONE);
            assertThat(raw.finished()).containsExactly("a");
        }
    }

    /** It would fail if the next task broke the worker. */
    @Test
    void aResultOfATaskThatIsMarkedIsWrittenBeforeTheNextIsGiven() {
        RushWorker worker = worker();
        raw.queued("a", "b", "c");

        try (TaskFeed feed = worker.feed(3)) {
            finish(feed, nextKey(feed));
            nextKey(feed);

            assertThat(raw.finished()).containsExactly("a");
        }
    }

    @Test
    void theThreadInTheBackgroundReservesNoMoreThanTheDepthWithTheTaskThatRuns() {
        RushWorker worker = worker();
        raw.queued(keys(20));

        try (TaskFeed feed = worker.feed(4)) {
            nextKey(feed);
            nextKey(feed);
            awaitBegun("w", 1, 2);
            finish(feed, "t0000");

            assertThat(rush.tasks().await(List.of("t0000"), PATIENCE)).isEqualTo(AwaitOutcome.DONE);
            await().atMost(PATIENCE).until(() -> raw.running().size() <= 4);
            assertThat(raw.queue()).hasSizeGreaterThanOrEqualTo(15);
        }
    }

    @Test
    void aTaskThatIsWaitedForIsMarkedBeforeItIsGiven() {
        RushWorker worker = worker();
        raw.queued("a");

        try (TaskFeed feed = worker.feed(2)) {
            nextKey(feed);
            assertThat(begun("w", 1)).hasValue(1L);
            awaitDelayOver();
            raw.queued("b");
            nextKey(feed);
            assertThat(begun("w", 1)).hasValue(Long.valueOf(attemptOf("b")));
        }
    }

    private String attemptOf(String key) {
        String owner = raw.running().entrySet().stream()
                .filter(entry -> entry.getValue().equals(key))
                .findFirst()
                .orElseThrow()
                .getKey();
        return owner.substring(owner.lastIndexOf('r') + 1);
    }

    @Test
    void aTaskThatIsAskedForLongAfterTheLastCallIsMarkedBeforeItIsGiven() {
        RushWorker worker = worker();
        raw.queued("a", "b", "c");

        try (TaskFeed feed = worker.feed(3)) {
            nextKey(feed);
            awaitDelayOver();
            assertThat(nextKey(feed)).isEqualTo("b");

            assertThat(begun("w", 1)).hasValue(2L);
        }
    }

    @Test
    void aTaskThatWasReturnedIsMarkedBeforeItIsGiven() {
        RushWorker worker = worker();
        raw.queued(keys(100));
        for (String key : raw.queue()) {
            raw.hash(key, "returned", "1");
        }

        try (TaskFeed feed = worker.feed(100)) {
            for (int task = 0; task < 100; task++) {
                String key = nextKey(feed);
                assertThat(begun("w", 1)).hasValue(Long.valueOf(attemptOf(key)));
            }
        }
    }

    @Test
    void aWorkerThatIsAskedToLeaveGetsNoFurtherTaskThoughSomeAreReserved() {
        RushWorker worker = worker();
        raw.queued("a", "b", "c");

        try (TaskFeed feed = worker.feed(3)) {
            nextKey(feed);
            rush.workers().stop(StopMode.TERMINATE, List.of("w"));
            awaitDelayOver();

            assertThat(feed.next(PATIENCE)).isEmpty();
            finish(feed, "a");
        }

        assertThat(raw.finished()).containsExactly("a");
        assertThat(raw.queue()).containsExactly("b", "c");
        assertThat(raw.running()).isEmpty();
    }

    @Test
    void aFeedSaysNothingOfAWorkerThatLearnedOtherwiseThatItIsToLeave() {
        RushWorker worker = worker();
        raw.queued("a", "b");

        try (TaskFeed feed = worker.feed(2)) {
            nextKey(feed);
            rush.workers().stop(StopMode.TERMINATE, List.of("w"));
            assertThat(worker.isTerminated()).isTrue();

            assertThat(feed.next(PATIENCE)).isEmpty();
        }
        assertThat(raw.queue()).containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void damagedTasksAndThoseWithoutHashFailAndTheNextIsGiven(int depth) {
        RushWorker worker = worker();
        raw.queued("a");
        network.send("RPUSH", network.key("queue"), "missing");
        raw.queued("broken", "b");
        raw.hash("broken", "xs", "{");

        try (TaskFeed feed = worker.feed(depth)) {
            assertThat(workOff(feed)).containsExactly("a", "b");
        }

        assertThat(raw.failed()).containsExactlyInAnyOrder("missing", "broken");
        assertThat(raw.finished()).containsExactly("a", "b");
        assertThat(raw.hash("broken").get("condition")).contains("\"error\"", "broken");
        assertThat(raw.hash("missing").get("condition")).contains("missing in Redis");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anOutputThatCannotBeStoredLeavesTheTaskRunningAndNothingWritten(int depth) {
        RushWorker worker = worker();
        raw.queued("a");

        try (TaskFeed feed = worker.feed(depth)) {
            nextKey(feed);
            Map<String, Object> unstorable = Map.of("y", new Object());

            assertThatThrownBy(() -> feed.handIn(TaskResult.finished("a", unstorable)))
                    .isInstanceOf(SerializationException.class);
            feed.flush();

            assertThat(raw.running()).containsValue("a");
            assertThat(raw.hash("a")).doesNotContainKey("ys");
            finish(feed, "a");
        }
        assertThat(raw.finished()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aResultIsHandedInOnceAndForATaskThatWasGiven(int depth) {
        RushWorker worker = worker();
        raw.queued("a", "b");

        try (TaskFeed feed = worker.feed(depth)) {
            nextKey(feed);
            finish(feed, "a");

            assertThatThrownBy(() -> finish(feed, "a")).isInstanceOf(TaskStateException.class);
            assertThatThrownBy(() -> finish(feed, "nobodys")).isInstanceOf(TaskStateException.class);
            assertThatThrownBy(() -> finish(feed, "b")).as("reserved at most").isInstanceOf(TaskStateException.class);
            assertThatThrownBy(() -> worker.finish("b", YS)).isInstanceOf(TaskStateException.class);
        }
        assertThat(raw.finished()).containsExactly("a");
        assertThat(raw.queue()).containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aResultOfATaskThatAControllerFailedDoesNotCount(int depth) {
        RushWorker worker = worker();
        raw.queued("a", "b", "c");

        try (TaskFeed feed = worker.feed(depth)) {
            nextKey(feed);
            rush.tasks().fail(List.of("a"), List.of(Condition.error("too slow")));
            finish(feed, "a");
            assertThat(workOff(feed)).containsExactly("b", "c");
        }

        assertThat(raw.failed()).containsExactly("a");
        assertThat(raw.hash("a")).doesNotContainKey("ys");
        assertThat(raw.finished()).containsExactly("b", "c");
    }

    @Test
    void aReservedTaskThatWasFailedAndRetriedIsFinishedByTheAttemptThatIsReservedAnew() {
        RushWorker worker = worker();
        raw.queued("a", "b");

        try (TaskFeed feed = worker.feed(4)) {
            finish(feed, nextKey(feed));
            rush.tasks().fail(List.of("b"), List.of(Condition.error("too slow")));
            rush.tasks().retry(List.of("b"));
            awaitDelayOver();

            assertThat(workOff(feed)).containsOnly("b");
        }

        assertThat(raw.finished()).containsExactly("a", "b");
        assertThat(raw.running()).isEmpty();
        assertThat(raw.queue()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "3, true", "3, false"})
    void ofATaskThatTwoFeedsOfAWorkerHaveOnlyTheLaterAttemptCounts(int depth, boolean earlierFirst) {
        RushWorker worker = worker();
        raw.queued("a");

        try (TaskFeed earlier = worker.feed(depth);
                TaskFeed later = worker.feed(depth)) {
            nextKey(earlier);
            rush.tasks().fail(List.of("a"), List.of(Condition.error("too slow")));
            rush.tasks().retry(List.of("a"));
            nextKey(later);
            TaskResult tooLate = TaskResult.finished("a", Map.of("y", "too late"));

            if (earlierFirst) {
                earlier.handIn(tooLate);
                earlier.flush();
                finish(later, "a");
            } else {
                finish(later, "a");
                later.flush();
                earlier.handIn(tooLate);
            }

            assertThatThrownBy(() -> earlier.handIn(tooLate)).isInstanceOf(TaskStateException.class);
            assertThatThrownBy(() -> finish(later, "a")).isInstanceOf(TaskStateException.class);
        }

        assertThat(raw.finished()).containsExactly("a");
        assertThat(raw.hash("a").get("ys")).doesNotContain("too late");
        assertThat(raw.running()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aResultThatTheWorkerHandedInPastTheFeedIsRefusedByIt(int depth) {
        RushWorker worker = worker();
        raw.queued("a");

        try (TaskFeed feed = worker.feed(depth)) {
            nextKey(feed);
            assertThat(worker.finish("a", YS)).isTrue();

            assertThatThrownBy(() -> finish(feed, "a")).isInstanceOf(TaskStateException.class);
        }
        assertThat(raw.finished()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aClosedFeedRefusesInWords(int depth) {
        RushWorker worker = worker();
        raw.queued("a");
        TaskFeed feed = worker.feed(depth);
        nextKey(feed);
        feed.close();
        feed.close();
        feed.flush();

        assertThatThrownBy(() -> feed.next(Duration.ZERO))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("the feed is closed; open another one");
        assertThatThrownBy(() -> finish(feed, "a")).isInstanceOf(ConfigurationException.class);
        assertThat(worker.finish("a", YS)).as("a task that began before").isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 501})
    void aDepthOutOfRangeIsRefused(int depth) {
        RushWorker worker = worker();

        assertThatThrownBy(() -> worker.feed(depth))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("1 to 500")
                .hasMessageContaining(Integer.toString(depth));
    }

    @Test
    void feedsOfOneWorkerAndPopDoNotGetInEachOthersWay() {
        RushWorker worker = worker();
        raw.queued("a", "b", "c", "d", "e");

        try (TaskFeed one = worker.feed(2);
                TaskFeed other = worker.feed(2)) {
            assertThat(nextKey(one)).isEqualTo("a");
            assertThat(nextKey(other)).isEqualTo("c");
            assertThat(pop(worker).key()).isEqualTo("e");
            List<String> pushed = worker.pushRunning(points(1));

            assertThat(raw.running().keySet())
                    .contains(owner("w", 1, 1), owner("w", 1, 2), owner("w", 2, 1), owner("w", 2, 2));
            finish(other, "a");
            finish(one, pushed.get(0));
            assertThat(worker.finish("c", YS)).isTrue();
            assertThat(worker.finish("e", YS)).isTrue();
            assertThat(nextKey(one)).isEqualTo("b");
            finish(one, "b");
            assertThat(workOff(other)).containsExactly("d");
            one.flush();
            assertThat(raw.finished()).containsExactlyInAnyOrder("a", "b", "c", "d", "e", pushed.get(0));
        }
        assertThat(raw.running()).isEmpty();
    }

    @Test
    void aFeedThatWaitsIsWokenByAPush() throws Exception {
        RushWorker worker = worker();

        try (Race race = new Race();
                TaskFeed feed = worker.feed(3)) {
            List<Optional<Task>> found = race.run(List.of(() -> feed.next(PATIENCE), () -> {
                await().atMost(PATIENCE).until(() -> raw.exists("idle"));
                rush.tasks().push(points(2));
                return Optional.empty();
            }));

            assertThat(found.get(0)).isPresent();
            assertThat(raw.running()).hasSizeBetween(1, 2);
        }
    }

    @Test
    void aFeedOutlivesAResetOfItsNetworkAndLeavesNothing() {
        RushWorker worker = worker();
        raw.queued("a", "b", "c");
        TaskFeed feed = worker.feed(3);
        nextKey(feed);
        finish(feed, "a");

        rush.reset();
        awaitDelayOver();

        assertThat(feed.next(PATIENCE)).isEmpty();
        feed.close();
        assertThat(network.keyNames()).isEmpty();
        assertThat(worker.isTerminated()).isTrue();
    }
}
