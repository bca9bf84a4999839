package io.rush.it.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.task.FailureCause;
import io.rush.api.task.TaskField;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From queued to failed. */
class EmptyQueueTest extends StateTestCase {
    @Test
    void tasksOfAllQueuesFailAsRemoved() {
        network.worker("w");
        raw.queued("a", "b");
        raw.queuedFor("w", "c");
        raw.running("running", "w:1-0");

        assertThat(rush.tasks().emptyQueue()).containsExactly("a", "b", "c");

        assertThat(raw.failed()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(raw.queue()).isEmpty();
        assertThat(raw.queueOf("w")).isEmpty();
        assertThat(raw.running()).containsValue("running");
        assertThat(raw.hash("a").get("condition")).contains("\"removed\"");
        assertThat(rush.archive().fetchFailed(TaskField.CONDITION).stream()
                        .map(row -> row.condition().orElseThrow().cause()))
                .containsOnly(FailureCause.REMOVED);
    }

    @Test
    void tasksWhoseRetryIsNotDueAreRemovedToo() {
        raw.queued("a");
        raw.delayed("later", Long.MAX_VALUE / 4096);
        raw.delayed("soon", 1);

        assertThat(rush.tasks().emptyQueue()).containsExactly("a", "soon", "later");

        assertThat(raw.failed()).containsExactlyInAnyOrder("a", "soon", "later");
        assertThat(raw.exists("delayed")).isFalse();
    }

    @Test
    void severalPagesAreRemoved() {
        String[] keys = IntStream.range(0, 1001).mapToObj(i -> "t" + i).toArray(String[]::new);
        raw.queued(keys);

        assertThat(rush.tasks().emptyQueue()).containsExactly(keys);

        assertThat(raw.failed()).hasSize(1001);
        assertThat(raw.exists("queue")).isFalse();
    }

    @Test
    void anEmptyQueueStaysEmpty() {
        assertThat(rush.tasks().emptyQueue()).isEmpty();
        assertThat(network.keyNames()).isEmpty();
    }

    @Test
    void aRemovedTaskMayBeRetriedAndRemovedAgain() {
        raw.queued("a");
        rush.tasks().emptyQueue();
        rush.tasks().retry(List.of("a"));

        assertThat(rush.tasks().emptyQueue()).containsExactly("a");

        assertThat(raw.failed()).containsExactly("a");
        assertThat(raw.hash("a")).containsEntry("n_retries", "1").containsKey("condition");
    }
}
