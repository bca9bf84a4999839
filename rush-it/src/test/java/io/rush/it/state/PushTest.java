package io.rush.it.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.ConfigurationException;
import io.rush.api.error.SerializationException;
import io.rush.api.task.PushOptions;
import io.rush.api.task.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From nothing to queued, in the shared queue. */
class PushTest extends StateTestCase {
    private static final Seed SEED = Seed.of(10407, 1, 2, 3, 4, 5, 6);

    record Point(long x, String label) {}

    @Test
    void onePushedTaskStandsInTheQueueWithItsInputsAlone() {
        String key = rush.tasks().push(Map.of("x", 1L));

        assertThat(raw.queue()).containsExactly(key);
        assertThat(raw.hash(key)).containsExactlyEntriesOf(Map.of("xs", "{\"x\":1}"));
        assertThat(network.keyNames()).containsExactlyInAnyOrder("queue", "task:" + key);
    }

    @Test
    void aRecordIsPushedByItsComponents() {
        String key = rush.tasks().push(new Point(1, "a"));

        assertThat(raw.hash(key)).containsExactlyEntriesOf(Map.of("xs", "{\"x\":1,\"label\":\"a\"}"));
    }

    @Test
    void tasksQueueBehindThoseThatAreThereInTheOrderPushed() {
        raw.queued("a", "b");

        List<String> keys = rush.tasks().push(points(3));

        assertThat(raw.queue()).containsExactly("a", "b", keys.get(0), keys.get(1), keys.get(2));
        assertThat(raw.hash(keys.get(2))).containsEntry("xs", "{\"x\":2}");
    }

    @Test
    void severalPagesKeepTheirOrderAndTheirInputs() {
        List<String> keys = rush.tasks().push(points(1203));

        assertThat(keys).hasSize(1203).doesNotHaveDuplicates();
        assertThat(raw.queue()).isEqualTo(keys);
        assertThat(raw.hash(keys.get(1202))).containsEntry("xs", "{\"x\":1202}");
    }

    @Test
    void whatComesAlongIsStoredWithEachTask() {
        PushOptions options = PushOptions.none()
                .extras(List.of(Map.of("note", "a"), Map.of("note", "b")))
                .seeds(List.of(SEED, SEED.nextStream()))
                .timeouts(List.of(Duration.ofSeconds(2), Duration.ofMillis(1)))
                .maxRetries(List.of(0, 7));

        List<String> keys = rush.tasks().push(points(2), options);

        assertThat(raw.hash(keys.get(0)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "xs", "{\"x\":0}",
                        "xs_extra", "{\"note\":\"a\"}",
                        "seed", "[10407,1,2,3,4,5,6]",
                        "timeout", "2000",
                        "max_retries", "0"));
        assertThat(raw.hash(keys.get(1)))
                .containsEntry("xs_extra", "{\"note\":\"b\"}")
                .containsEntry("timeout", "1")
                .containsEntry("max_retries", "7")
                .doesNotContainEntry("seed", "[10407,1,2,3,4,5,6]");
    }

    @Test
    void oneElementHoldsForAllTasks() {
        PushOptions options = PushOptions.none()
                .extras(List.of(Map.of("note", "a")))
                .seeds(List.of(SEED))
                .timeout(Duration.ofSeconds(1))
                .maxRetries(2);

        List<String> keys = rush.tasks().push(points(3), options);

        assertThat(keys)
                .allSatisfy(key -> assertThat(raw.hash(key))
                        .containsEntry("xs_extra", "{\"note\":\"a\"}")
                        .containsEntry("seed", "[10407,1,2,3,4,5,6]")
                        .containsEntry("timeout", "1000")
                        .containsEntry("max_retries", "2"));
    }

    @Test
    void aListOfAnotherLengthIsRefusedAndNothingIsWritten() {
        PushOptions options = PushOptions.none().maxRetries(List.of(1, 2));

        assertThatThrownBy(() -> rush.tasks().push(points(3), options))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("max_retries")
                .hasMessageContaining("2 elements for 3 tasks");
        assertThat(network.keyNames()).isEmpty();
    }

    @Test
    void aValueThatCannotBeStoredIsRefusedAndNothingIsWritten() {
        List<Map<String, Object>> xss = List.of(Map.of("x", 1L), Map.of("x", List.of(new Object())));

        assertThatThrownBy(() -> rush.tasks().push(xss))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("xs[1].x[0]");
        assertThat(network.keyNames()).isEmpty();
    }

    @Test
    void aValueThatCannotBeStoredIsRefusedBeforeTheFirstOfSeveralPagesIsWritten() {
        List<Map<String, Object>> xss = new ArrayList<>(points(1203));
        xss.set(1202, Map.of("x", "half \ud800 pair"));

        assertThatThrownBy(() -> rush.tasks().push(xss))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("xs[1202].x");
        assertThat(network.keyNames()).isEmpty();
    }

    @Test
    void severalPagesMayMixWhatIsPlainWithWhatIsNot() {
        List<Object> xss = new ArrayList<>(points(1203));
        xss.set(3, new Point(3, "c"));
        xss.set(601, Map.of("x", List.of(1.5, "é")));
        xss.set(1202, Map.of("$x", true));

        List<String> keys = rush.tasks().push(xss);

        assertThat(raw.hash(keys.get(2))).containsEntry("xs", "{\"x\":2}");
        assertThat(raw.hash(keys.get(3))).containsEntry("xs", "{\"x\":3,\"label\":\"c\"}");
        assertThat(raw.hash(keys.get(601))).containsEntry("xs", "{\"x\":[1.5,\"é\"]}");
        assertThat(raw.hash(keys.get(1202))).containsEntry("xs", "{\"$$x\":true}");
    }

    @Test
    void thePushThatEndsTheWorkSetsTheFlagAndTheNextPushTakesItBack() {
        rush.tasks().push(points(1), PushOptions.none().terminateWorkers(true));
        assertThat(raw.exists("terminate_on_idle")).isTrue();

        rush.tasks().push(points(1));

        assertThat(raw.exists("terminate_on_idle")).isFalse();
    }

    @Test
    void asManyIdleWorkersAreWokenAsTasksCame() {
        network.send("SADD", network.key("idle"), "a", "b", "c");

        rush.tasks().push(points(2));

        assertThat(network.send("SCARD", network.key("idle")).asLong()).isEqualTo(1);
        assertThat(network.keyNames())
                .filteredOn(name -> name.startsWith("wake:"))
                .hasSize(2);
    }

    @Test
    void everyIdleWorkerIsWokenByThePushThatEndsTheWork() {
        network.send("SADD", network.key("idle"), "a", "b", "c");

        rush.tasks().push(points(1), PushOptions.none().terminateWorkers(true));

        assertThat(network.keyNames())
                .filteredOn(name -> name.startsWith("wake:"))
                .containsExactly("wake:a", "wake:b", "wake:c");
    }
}
