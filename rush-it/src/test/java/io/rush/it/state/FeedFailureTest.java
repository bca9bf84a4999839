package io.rush.it.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.RushWorker;
import io.rush.api.TaskFeed;
import io.rush.api.error.RushException;
import io.rush.api.error.StoreException;
import io.rush.api.task.AwaitOutcome;
import io.rush.it.support.BreakingStore;
import io.rush.it.support.LosingStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Redis does not answer a feed for a while, or its thread is interrupted: nothing is lost and nothing counts twice. */
class FeedFailureTest extends FeedTestCase {
    private static final int WITHOUT_LIMIT = Integer.MAX_VALUE;

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void resultsAreKeptWhileRedisIsAwayAndWrittenLaterOnce(int depth) {
        BreakingStore store = new BreakingStore(network.redis());
        raw.queued("a", "b", "c", "d");
        TaskFeed feed = network.worker("w", store).feed(depth);
        nextKey(feed);
        store.breakAfter(0);
        finish(feed, "a");
        assertThatThrownBy(() -> {
                    feed.flush();
                    feed.next(Duration.ZERO);
                    awaitDelayOver();
                    feed.next(Duration.ZERO);
                })
                .isInstanceOf(StoreException.class);
        assertThat(raw.finished()).isEmpty();

        store.breakAfter(WITHOUT_LIMIT);
        feed.flush();

        assertThat(raw.finished()).containsExactly("a");
        workOff(feed);
        feed.close();
        assertThat(raw.finished()).contains("a", "b", "c", "d").hasSize(4);
    }

    @Test
    void theThreadInTheBackgroundGoesOnAfterAFailure() {
        BreakingStore store = new BreakingStore(network.redis());
        raw.queued("a", "b");
        TaskFeed feed = network.worker("w", store).feed(2);
        nextKey(feed);
        store.breakAfter(0);
        finish(feed, "a");
        assertThatThrownBy(feed::flush).isInstanceOf(StoreException.class);
        awaitDelayOver();

        store.breakAfter(WITHOUT_LIMIT);

        assertThat(rush.tasks().await(List.of("a"), PATIENCE)).isEqualTo(AwaitOutcome.DONE);
        feed.close();
    }

    @Test
    void aCloseThatFailedCanBeRepeated() {
        BreakingStore store = new BreakingStore(network.redis());
        raw.queued("a", "b", "c");
        TaskFeed feed = network.worker("w", store).feed(3);
        nextKey(feed);
        store.breakAfter(0);
        finish(feed, "a");
        assertThatThrownBy(feed::close).isInstanceOf(StoreException.class);

        store.breakAfter(WITHOUT_LIMIT);
        feed.close();
        feed.close();

        assertThat(raw.finished()).containsExactly("a");
        assertThat(raw.queue()).containsExactly("b", "c");
    }

    @Test
    void tasksThatWereReservedByACallWithoutAnswerAreGivenByTheNext() {
        LosingStore store = new LosingStore(network.redis());
        raw.queued("a", "b", "c", "d", "e", "f");
        TaskFeed feed = network.worker("w", store).feed(3);
        store.loseNext(1);
        assertThatThrownBy(() -> feed.next(Duration.ZERO)).isInstanceOf(StoreException.class);
        assertThat(raw.running()).hasSize(3);

        assertThat(workOff(feed)).containsExactly("a", "b", "c", "d", "e", "f");
        feed.close();

        assertThat(raw.finished()).containsExactly("a", "b", "c", "d", "e", "f");
        assertThat(raw.running()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void nothingIsLostAndNothingCountsTwiceHoweverManyAnswersAreLost(int atOnce) {
        LosingStore store = new LosingStore(network.redis());
        String[] keys = keys(60);
        raw.queued(keys);
        TaskFeed feed = network.worker("w", store).feed(5);
        int given = 0;
        int lastLoss = 0;
        while (given < keys.length) {
            if (given % 7 == 3 && given > lastLoss) {
                lastLoss = given;
                store.loseNext(atOnce);
            }
            given += attempt(feed);
        }
        store.loseNext(0);
        feed.close();

        assertThat(raw.finished()).containsExactlyInAnyOrder(keys);
        assertThat(raw.running()).isEmpty();
        assertThat(raw.queue()).isEmpty();
    }

    /** Works on one task; returns how many it was given. */
    private static int attempt(TaskFeed feed) {
        try {
            return feed.next(Duration.ZERO)
                    .map(task -> {
                        finish(feed, task.key());
                        return 1;
                    })
                    .orElse(0);
        } catch (StoreException lost) {
            return 0;
        }
    }

    @Test
    void tasksThatWereReservedByACallWithoutAnswerGoBackWhenTheFeedIsClosed() {
        LosingStore store = new LosingStore(network.redis());
        raw.queued("a", "b", "c");
        TaskFeed feed = network.worker("w", store).feed(3);
        store.loseNext(1);
        assertThatThrownBy(() -> feed.next(Duration.ZERO)).isInstanceOf(StoreException.class);
        store.loseNext(0);

        feed.close();

        assertThat(raw.queue()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(raw.running()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anInterruptedThreadWritesItsResultsWhenItClosesItsFeed(int depth) {
        raw.queued("a", "b", "c");
        TaskFeed feed = worker().feed(depth);
        nextKey(feed);
        Thread.currentThread().interrupt();
        finish(feed, "a");
        feed.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(raw.finished()).containsExactly("a");
        assertThat(raw.queue()).containsExactly("b", "c");
        assertThat(raw.running()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aWaitThatIsInterruptedEndsAndWhatWasHandedInIsWrittenOnce(int depth) {
        RushWorker worker = worker();
        raw.queued("a");
        TaskFeed feed = worker.feed(depth);
        nextKey(feed);
        finish(feed, "a");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> feed.next(PATIENCE)).isInstanceOf(RushException.class);
        assertThat(Thread.interrupted()).isTrue();
        raw.queued("b");
        assertThat(workOff(feed)).containsExactly("b");
        feed.close();

        assertThat(raw.finished()).containsExactly("a", "b");
        assertThat(raw.hash("a")).containsAllEntriesOf(Map.of("ys", YS_JSON));
    }
}
