package io.rush.it.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.TaskStateException;
import io.rush.api.task.Refusal;
import io.rush.api.task.RetryOptions;
import io.rush.api.task.Seed;
import io.rush.api.task.TransitionReport;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From failed to queued. */
class RetryTest extends StateTestCase {
    private static final String SEED_JSON = "[10407,1,2,3,4,5,6]";
    private static final Seed SEED = Seed.of(10407, 1, 2, 3, 4, 5, 6);

    @Test
    void aRetriedTaskWaitsItsTurnAtTheEndOfTheQueueAsIfItWereNew() {
        raw.queued("a", "b");
        raw.failed("c");

        TransitionReport report = rush.tasks().retry(List.of("c"));

        assertThat(report.applied()).containsExactly("c");
        assertThat(raw.queue()).containsExactly("a", "b", "c");
        assertThat(raw.failed()).isEmpty();
        assertThat(raw.hash("c"))
                .containsEntry("xs", "{\"x\":\"c\"}")
                .containsEntry("n_retries", "1")
                .doesNotContainKeys("condition", "owner", "ys_extra");
    }

    @Test
    void aTaskWithoutMaximumMayBeRetriedAnyNumberOfTimes() {
        raw.failed("a");
        raw.hash("a", "n_retries", "41");

        assertThat(rush.tasks().retry(List.of("a")).isComplete()).isTrue();

        assertThat(raw.hash("a")).containsEntry("n_retries", "42");
    }

    @Test
    void theMaximumOfRetriesIsHonoured() {
        raw.failed("left", "none");
        raw.hash("left", "max_retries", "2", "n_retries", "1");
        raw.hash("none", "max_retries", "0");

        TransitionReport report = rush.tasks().retry(List.of("none", "left"));

        assertThat(report.applied()).containsExactly("left");
        assertThat(report.refused()).isEqualTo(Map.of("none", Refusal.NO_RETRIES_LEFT));
        assertThat(raw.queue()).containsExactly("left");
        assertThat(raw.failed()).containsExactly("none");
        assertThat(raw.hash("none")).containsKey("condition").doesNotContainKey("n_retries");
    }

    @Test
    void theMaximumOfRetriesIsIgnoredOnDemand() {
        raw.failed("a");
        raw.hash("a", "max_retries", "1", "n_retries", "1");

        TransitionReport report =
                rush.tasks().retry(List.of("a"), RetryOptions.defaults().ignoreMaxRetries(true));

        assertThat(report.isComplete()).isTrue();
        assertThat(raw.hash("a")).containsEntry("n_retries", "2").containsEntry("max_retries", "1");
    }

    @Test
    void theSeedIsKeptByDefault() {
        raw.failed("a");
        raw.hash("a", "seed", SEED_JSON);

        rush.tasks().retry(List.of("a"));

        assertThat(raw.hash("a")).containsEntry("seed", SEED_JSON);
    }

    @Test
    void theNextSubStreamIsTakenOnDemandWhereThereIsASeed() {
        raw.failed("seeded", "plain");
        raw.hash("seeded", "seed", SEED_JSON);

        TransitionReport report = rush.tasks()
                .retry(List.of("seeded", "plain"), RetryOptions.defaults().nextSeed(true));

        assertThat(report.isComplete()).isTrue();
        assertThat(raw.hash("seeded").get("seed"))
                .isEqualTo(SEED.nextSubStream().values().toString().replace(" ", ""));
        assertThat(raw.hash("plain")).doesNotContainKey("seed");
    }

    @Test
    void tasksInOtherStatesAreNamedAndLeftAsTheyAre() {
        raw.queued("queued");
        raw.running("running", "w:1-0");
        raw.finished("finished", "w:1-1");
        raw.failed("failed");

        TransitionReport report = rush.tasks().retry(List.of("queued", "failed", "running", "finished"));

        assertThat(report.applied()).containsExactly("failed");
        assertThat(report.refused())
                .isEqualTo(Map.of(
                        "queued", Refusal.NOT_FAILED,
                        "running", Refusal.NOT_FAILED,
                        "finished", Refusal.NOT_FAILED));
        assertThat(raw.queue()).containsExactly("queued", "failed");
        assertThat(raw.hash("queued")).doesNotContainKey("n_retries");
        assertThat(raw.hash("finished")).containsEntry("owner", "w:1-1");
    }

    @Test
    void severalPagesAreRetriedInTheOrderGiven() {
        List<String> keys = IntStream.range(0, 1001).mapToObj(i -> "t" + i).toList();
        keys.forEach(raw::failed);

        assertThat(rush.tasks().retry(keys).applied()).isEqualTo(keys);

        assertThat(raw.queue()).isEqualTo(keys);
    }

    @Test
    void anUnknownTaskIsRefusedAndNothingIsWritten() {
        raw.failed("a");

        assertThatThrownBy(() -> rush.tasks().retry(List.of("a", "nothing")))
                .isInstanceOf(TaskStateException.class)
                .hasMessageContaining("nothing");

        assertThat(raw.failed()).containsExactly("a");
    }

    @Test
    void idleWorkersAreWoken() {
        network.send("SADD", network.key("idle"), "w");
        raw.failed("a");

        rush.tasks().retry(List.of("a"));

        assertThat(raw.exists("wake:w")).isTrue();
        assertThat(raw.exists("idle")).isFalse();
    }
}
