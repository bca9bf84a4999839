package io.rush.it.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.RushWorker;
import io.rush.api.StopMode;
import io.rush.api.TaskFeed;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerLoop;
import io.rush.api.WorkerSpec;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.TaskRow;
import io.rush.api.task.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a feed reserved goes back to the queue if it did not begin; what began fails with its worker. */
class FeedLossTest extends FeedTestCase {
    /** Reserves four tasks, of which two begin and Redis knows. */
    private TaskFeed openWithTwoOfFourBegun(RushWorker worker) {
        raw.queued("a", "b", "c", "d", "e");
        TaskFeed feed = worker.feed(4);
        nextKey(feed);
        nextKey(feed);
        feed.flush();
        // the thread in the background may have been there first, and may have reserved one more
        assertThat(begun("w", 1)).hasValue(2L);
        return feed;
    }

    private void assertTwoFailedAndTheOthersAreQueued(FailureCause cause) {
        assertThat(raw.failed()).containsExactlyInAnyOrder("a", "b");
        assertThat(raw.queue()).containsExactly("c", "d", "e");
        assertThat(raw.running()).isEmpty();
        assertThat(rush.archive().fetchFailed().rows())
                .extracting(row -> row.condition().orElseThrow().cause())
                .containsExactly(cause, cause);
        assertThat(raw.hash("a")).containsEntry("owner", "w:1r1").doesNotContainKey("returned");
        assertThat(raw.hash("c")).containsEntry("returned", "1").doesNotContainKeys("n_retries", "owner", "condition");
    }

    @Test
    void ofALostWorkerTheTasksThatBeganFailAndTheOthersReturnInOrder() {
        RushWorker worker = worker();
        TaskFeed feed = openWithTwoOfFourBegun(worker);

        lose("w");

        assertTwoFailedAndTheOthersAreQueued(FailureCause.LOST);
        finish(feed, "a");
        feed.close();
        assertTwoFailedAndTheOthersAreQueued(FailureCause.LOST);
        assertThat(worker.isTerminated()).isTrue();
    }

    @Test
    void ofAWorkerThatLeavesTheTasksThatBeganFailAndTheOthersReturnInOrder() {
        RushWorker worker = worker();
        TaskFeed feed = openWithTwoOfFourBegun(worker);

        worker.terminate();

        assertTwoFailedAndTheOthersAreQueued(FailureCause.LOST);
        feed.close();
        assertTwoFailedAndTheOthersAreQueued(FailureCause.LOST);
    }

    @Test
    void ofAKilledWorkerTheTasksThatBeganFailAndTheOthersReturnInOrder() throws Exception {
        CompletableFuture<List<String>> began = new CompletableFuture<>();
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        WorkerLoop loop = worker -> {
            try (TaskFeed feed = worker.feed(4)) {
                List<String> keys = List.of(nextKey(feed), nextKey(feed));
                feed.flush();
                began.complete(keys);
                new CountDownLatch(1).await();
            } finally {
                closed.complete(Thread.currentThread().isInterrupted());
            }
        };
        raw.queued("a", "b", "c", "d", "e");
        List<String> ids = rush.workers().startLocal(WorkerSpec.ofLoop(loop).kind(WorkerKind.THREAD));
        assertThat(began.get(1, TimeUnit.MINUTES)).containsExactly("a", "b");

        rush.workers().stop(StopMode.KILL, ids);
        closed.get(1, TimeUnit.MINUTES);
        rush.workers().awaitStopped(ids, PATIENCE);

        assertThat(raw.failed()).containsExactlyInAnyOrder("a", "b");
        assertThat(raw.queue()).containsExactly("c", "d", "e");
        assertThat(rush.archive().fetchFailed().rows())
                .extracting(row -> row.condition().orElseThrow().cause())
                .containsOnly(FailureCause.KILLED);
    }

    @Test
    void aClosedFeedGivesBackInOrderWhatDidNotBegin() {
        RushWorker worker = worker();
        TaskFeed feed = openWithTwoOfFourBegun(worker);
        finish(feed, "b");

        feed.close();

        assertThat(raw.queue()).containsExactly("c", "d", "e");
        assertThat(raw.running()).containsOnlyKeys(owner("w", 1, 1)).containsValue("a");
        assertThat(raw.finished()).containsExactly("b");
        assertThat(raw.hash("c")).doesNotContainKeys("returned", "n_retries");
        assertThat(begun("w", 1)).isEmpty();
        assertThat(worker.finish("a", YS)).isTrue();
        assertThat(pop(worker).key()).isEqualTo("c");
    }

    @Test
    void aTaskThatBeganBeforeItsFeedWasClosedFailsWithItsWorker() {
        RushWorker worker = worker();
        openWithTwoOfFourBegun(worker).close();

        lose("w");

        assertThat(raw.failed()).containsExactlyInAnyOrder("a", "b");
        assertThat(raw.queue()).containsExactly("c", "d", "e");
    }

    @Test
    void whatWasReturnedIsFinishedByAnotherWorkerAtNoRetry() {
        openWithTwoOfFourBegun(worker());
        lose("w");

        try (TaskFeed feed = network.worker("other").feed(3)) {
            assertThat(workOff(feed)).containsExactly("c", "d", "e");
        }

        assertThat(raw.finished()).containsExactly("c", "d", "e");
        assertThat(rush.archive().fetchFinished().rows())
                .extracting(TaskRow::retries)
                .containsOnly(0);
        assertThat(rush.archive().fetchFinished().rows())
                .allSatisfy(row -> assertThat(row.workerId()).hasValue("other"));
    }

    @Test
    void whatWasReturnedCountsForWhomeverTakesItNextAndNotForTheLostWorker() {
        RushWorker worker = worker();
        raw.queued("a", "b");
        TaskFeed feed = worker.feed(2);
        nextKey(feed);
        lose("w");
        RushWorker other = network.worker("other");
        assertThat(pop(other).key()).isEqualTo("b");

        // the lost worker still has it and does not know
        feed.next(Duration.ZERO).ifPresent(task -> finish(feed, task.key()));
        feed.close();

        assertThat(raw.running()).isEqualTo(Map.of(raw.owner("other", 0), "b"));
        assertThat(raw.hash("b")).doesNotContainKey("ys");
        assertThat(other.finish("b", YS)).isTrue();
        assertThat(raw.finished()).containsExactly("b");
    }

    @Test
    void tasksOfTheOwnQueueThatWereReservedReturnToTheSharedQueueBeforeItsOthers() {
        RushWorker worker = worker();
        raw.queuedFor("w", "own1", "own2", "own3");
        raw.queued("a");
        TaskFeed feed = worker.feed(2);
        nextKey(feed);

        lose("w");

        assertThat(raw.failed()).containsExactly("own1");
        assertThat(raw.queue()).containsExactly("own2", "a", "own3");
        feed.close();
        assertThat(raw.queue()).hasSize(3);
    }

    @Test
    void whatAControllerFailedIsNeitherGivenBackNorReturned() {
        RushWorker worker = worker();
        raw.queued("a", "b", "c", "d");
        TaskFeed feed = worker.feed(4);
        nextKey(feed);
        rush.tasks().fail(List.of("b"), List.of(Condition.error("not wanted")));
        feed.close();
        assertThat(raw.queue()).containsExactly("c", "d");

        TaskFeed second = worker.feed(4);
        nextKey(second);
        rush.tasks().fail(List.of("d"), List.of(Condition.error("not wanted")));
        lose("w");

        assertThat(raw.queue()).isEmpty();
        assertThat(raw.failed()).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    void aMarkOfAnEarlierStartNeitherProtectsNorHarms() {
        RushWorker first = worker();
        raw.queued(keys(6));
        TaskFeed old = first.feed(6);
        for (int task = 0; task < 5; task++) {
            nextKey(old);
        }
        old.flush();
        first.terminate();
        assertThat(raw.queue()).containsExactly("t0005");
        assertThat(begun("w", 1)).hasValue(5L);
        raw.queued("x", "y");

        RushWorker second = network.worker("w");
        TaskFeed feed = second.feed(3);
        assertThat(nextKey(feed)).isEqualTo("t0005");
        old.close();
        assertThat(begun("w", 1)).hasValue(1L);
        lose("w");

        assertThat(raw.queue()).containsExactly("x", "y");
        assertThat(raw.failed()).hasSize(6).contains("t0005");
        feed.close();
    }

    @Test
    void aTaskWithoutAMarkOfItsStartFails() {
        raw.running("a", "w:1-1r7");
        network.send("HSET", network.key("worker:w"), "begun:1r", "2-3");
        raw.running("b", "w:2-1r4");
        raw.running("c", "w:2-1r3");
        raw.running("d", "w:2-2r9");

        lose("w");

        assertThat(raw.queue()).containsExactly("b");
        assertThat(raw.failed()).containsExactlyInAnyOrder("a", "c", "d");
    }

    @Test
    void moreReservedTasksThanOneCallSettlesAllReturn() {
        RushWorker worker = worker();
        List<String> keys = rush.tasks().push(points(1503));
        List<TaskFeed> feeds = new ArrayList<>();
        List<String> began = new ArrayList<>();
        for (int feed = 0; feed < 3; feed++) {
            TaskFeed opened = worker.feed(500);
            began.add(nextKey(opened));
            feeds.add(opened);
        }
        assertThat(raw.running()).hasSize(1500);

        worker.terminate();

        assertThat(raw.running()).isEmpty();
        assertThat(raw.failed()).containsExactlyInAnyOrderElementsOf(began);
        List<String> unbegun = new ArrayList<>(keys);
        unbegun.removeAll(began);
        assertThat(rush.tasks().keys(TaskState.QUEUED)).containsExactlyInAnyOrderElementsOf(unbegun);
        assertThat(raw.queue()).endsWith(keys.get(1500), keys.get(1501), keys.get(1502));
        assertThat(raw.exists("unsettled")).isFalse();
        feeds.forEach(TaskFeed::close);
        assertThat(raw.queue()).hasSize(1500);
    }

    @Test
    void aWorkerThatWaitsIsWokenByWhatIsReturnedOrGivenBack() throws Exception {
        RushWorker worker = worker();
        raw.queued("a", "b", "c");
        TaskFeed feed = worker.feed(3);
        nextKey(feed);
        network.send("SADD", network.key("idle"), "i1", "i2", "i3");

        feed.close();

        assertThat(network.send("SCARD", network.key("idle")).asLong()).isEqualTo(1);
        worker.exchange(List.of(), 2, Duration.ZERO);
        nextReserved(worker);
        lose("w");
        assertThat(raw.exists("idle")).isFalse();
    }

    /** Reserves two tasks of which one begins. */
    private void nextReserved(RushWorker worker) {
        raw.queued("d", "e");
        nextKey(worker.feed(2));
    }
}
