package io.rush.it.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.StopMode;
import io.rush.api.error.ConfigurationException;
import io.rush.api.task.PushOptions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From nothing to queued, in a worker's own queue. */
class PushPriorityTest extends StateTestCase {
    @Test
    void tasksForAWorkerStandInItsOwnQueue() {
        network.worker("w");

        List<String> keys = rush.tasks().pushPriority("w", points(2));

        assertThat(raw.queueOf("w")).isEqualTo(keys);
        assertThat(raw.queue()).isEmpty();
        assertThat(raw.hash(keys.get(1))).containsEntry("xs", "{\"x\":1}");
    }

    @Test
    void severalPagesKeepTheirOrder() {
        network.worker("w");

        List<String> keys = rush.tasks().pushPriority("w", points(1001));

        assertThat(raw.queueOf("w")).isEqualTo(keys);
    }

    @Test
    void tasksForAnUnknownWorkerStandInTheSharedQueue() {
        List<String> keys = rush.tasks().pushPriority("nobody", points(2));

        assertThat(raw.queue()).isEqualTo(keys);
        assertThat(raw.exists("queue:nobody")).isFalse();
    }

    @Test
    void tasksForAWorkerThatLeftStandInTheSharedQueue() {
        network.worker("w").terminate();

        List<String> keys = rush.tasks().pushPriority("w", points(2));

        assertThat(raw.departed()).containsEntry("w", "terminated");
        assertThat(raw.queue()).isEqualTo(keys);
        assertThat(raw.exists("queue:w")).isFalse();
    }

    @Test
    void tasksForAWorkerThatWasAskedToLeaveStandInTheSharedQueue() {
        network.worker("w");
        rush.workers().stop(StopMode.TERMINATE, List.of("w"));

        List<String> keys = rush.tasks().pushPriority("w", points(2));

        assertThat(raw.queue()).isEqualTo(keys);
    }

    @Test
    void aWorkerThatIsAboutToStartHasItsQueueAlready() {
        network.send("HSET", network.key("workers"), "w", "pre 0");

        List<String> keys = rush.tasks().pushPriority("w", points(1));

        assertThat(raw.queueOf("w")).isEqualTo(keys);
    }

    @Test
    void eachTaskGoesWhereItsElementSays() {
        network.worker("a");
        network.worker("b");

        List<String> keys = rush.tasks()
                .pushPriority(
                        List.of(Optional.of("a"), Optional.empty(), Optional.of("b"), Optional.of("a")),
                        points(4),
                        PushOptions.none().maxRetries(1));

        assertThat(raw.queueOf("a")).containsExactly(keys.get(0), keys.get(3));
        assertThat(raw.queue()).containsExactly(keys.get(1));
        assertThat(raw.queueOf("b")).containsExactly(keys.get(2));
        assertThat(raw.hash(keys.get(3))).containsEntry("max_retries", "1");
    }

    @Test
    void anotherNumberOfWorkersThanTasksIsRefused() {
        assertThatThrownBy(() -> rush.tasks()
                        .pushPriority(List.of(Optional.of("a"), Optional.of("b")), points(3), PushOptions.none()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("2 elements for 3 tasks");
        assertThat(network.keyNames()).isEmpty();
    }

    @Test
    void theWorkerIsWokenIfItWaitsAndNobodyElse() {
        network.worker("a");
        network.send("SADD", network.key("idle"), "a", "b");

        rush.tasks().pushPriority("a", points(1));

        assertThat(raw.exists("wake:a")).isTrue();
        assertThat(raw.exists("wake:b")).isFalse();
        assertThat(network.send("SISMEMBER", network.key("idle"), "b").asLong()).isEqualTo(1);
    }
}
