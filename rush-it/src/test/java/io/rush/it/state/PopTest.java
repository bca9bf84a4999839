package io.rush.it.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.RushWorker;
import io.rush.api.StopMode;
import io.rush.api.task.Exchange;
import io.rush.api.task.Seed;
import io.rush.api.task.Task;
import io.rush.api.task.TaskField;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From queued to running. */
class PopTest extends StateTestCase {
    @Test
    void theFirstOfTheQueueRunsForTheWorker() {
        raw.queued("a", "b");
        RushWorker worker = network.worker("w");

        Optional<Task> task = worker.pop(Duration.ZERO);

        assertThat(task.map(Task::key)).hasValue("a");
        assertThat(raw.queue()).containsExactly("b");
        assertThat(raw.running()).isEqualTo(Map.of(raw.owner("w", 0), "a"));
        assertThat(raw.hash("a")).containsExactlyEntriesOf(Map.of("xs", "{\"x\":\"a\"}"));
    }

    @Test
    void theOwnQueueComesFirst() {
        RushWorker worker = network.worker("w");
        raw.queued("shared");
        raw.queuedFor("w", "own");
        raw.queuedFor("other", "foreign");

        assertThat(pop(worker).key()).isEqualTo("own");
        assertThat(pop(worker).key()).isEqualTo("shared");
        assertThat(worker.pop(Duration.ZERO)).isEmpty();
        assertThat(raw.queueOf("other")).containsExactly("foreign");
    }

    @Test
    void severalTasksComeFromTheOwnQueueThenFromTheSharedOne() {
        RushWorker worker = network.worker("w");
        raw.queued("c", "d");
        raw.queuedFor("w", "a", "b");

        Exchange exchange = worker.exchange(List.of(), 3, Duration.ZERO);

        assertThat(exchange.tasks()).extracting(Task::key).containsExactly("a", "b", "c");
        assertThat(raw.running())
                .isEqualTo(Map.of(raw.owner("w", 0), "a", raw.owner("w", 1), "b", raw.owner("w", 2), "c"));
        assertThat(raw.queue()).containsExactly("d");
    }

    @Test
    void withoutFieldsAWorkerGetsWhatItEvaluates() {
        seedFull();

        Task task = pop(network.worker("w"));

        assertThat(task.xs()).isEqualTo(Map.of("x", "a"));
        assertThat(task.seed()).hasValue(Seed.of(10407, 1, 2, 3, 4, 5, 6));
        assertThat(task.timeout()).hasValue(Duration.ofMillis(1500));
        assertThat(task.retries()).isEqualTo(2);
        assertThat(task.xsExtra()).isEmpty();
        assertThat(task.maxRetries()).isEmpty();
    }

    @Test
    void fieldsThatAreChosenAreReadAndNoOthers() {
        seedFull();

        Task task = network.worker("w")
                .pop(Duration.ZERO, TaskField.XS_EXTRA, TaskField.MAX_RETRIES)
                .orElseThrow();

        assertThat(task.xsExtra()).isEqualTo(Map.of("note", "n"));
        assertThat(task.maxRetries()).isEqualTo(OptionalInt.of(5));
        assertThat(task.xs()).isEmpty();
        assertThat(task.seed()).isEmpty();
        assertThat(task.timeout()).isEmpty();
        assertThat(task.retries()).isZero();
    }

    private void seedFull() {
        raw.queued("a");
        raw.hash("a", "seed", "[10407,1,2,3,4,5,6]", "timeout", "1500", "n_retries", "2");
        raw.hash("a", "max_retries", "5", "xs_extra", "{\"note\":\"n\"}");
    }

    @Test
    void anEmptyQueueGivesNothingAndLeavesNoTrace() {
        RushWorker worker = network.worker("w");

        assertThat(worker.pop(Duration.ZERO)).isEmpty();

        assertThat(network.keyNames()).containsExactlyInAnyOrder("workers", "worker:w");
    }

    @Test
    void aWaitThatEndsLeavesNoTrace() {
        RushWorker worker = network.worker("w");

        assertThat(worker.pop(Duration.ofMillis(20))).isEmpty();

        assertThat(network.keyNames()).containsExactlyInAnyOrder("workers", "worker:w");
    }

    @Test
    void aWorkerThatWasAskedToLeaveGetsNoTask() {
        RushWorker worker = network.worker("w");
        raw.queued("a");
        rush.workers().stop(StopMode.TERMINATE, List.of("w"));

        assertThat(worker.pop(Duration.ofMinutes(1))).isEmpty();

        assertThat(raw.queue()).containsExactly("a");
        assertThat(worker.isTerminated()).isTrue();
    }

    @Test
    void aWorkerThatIsGoneGetsNoTask() {
        RushWorker worker = network.worker("w");
        raw.queued("a");
        raw.lose("w");

        assertThat(worker.pop(Duration.ofMinutes(1))).isEmpty();

        assertThat(raw.queue()).containsExactly("a");
        assertThat(raw.running()).isEmpty();
    }

    @Test
    void aTaskWithoutItsHashFailsInWordsAndTheNextOneIsTaken() {
        network.send("RPUSH", network.key("queue"), "missing");
        raw.queued("b");

        assertThat(pop(network.worker("w")).key()).isEqualTo("b");

        assertThat(raw.failed()).containsExactly("missing");
        assertThat(raw.hash("missing").get("condition")).contains("\"error\"", "missing in Redis");
        assertThat(raw.running().values()).containsExactly("b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"xs | {\"x\":", "xs | [1]", "seed | [1,2]", "timeout | soon", "n_retries | often"})
    void aDamagedTaskFailsInWordsAndTheNextOneIsTaken(String field, String damage) {
        raw.queued("damaged", "b");
        raw.hash("damaged", field, damage);
        RushWorker worker = network.worker("w");

        assertThat(pop(worker).key()).isEqualTo("b");

        assertThat(raw.failed()).containsExactly("damaged");
        assertThat(raw.hash("damaged")).containsEntry("owner", "w:0").containsEntry(field, damage);
        assertThat(raw.hash("damaged").get("condition")).contains("\"error\"", field);
        assertThat(raw.running()).containsValue("b").hasSize(1);
    }

    @Test
    void aTaskAtHandIsNotKeptBackWhileADamagedOneIsReplaced() {
        raw.queued("damaged", "b");
        raw.hash("damaged", "xs", "{");

        Exchange exchange = network.worker("w").exchange(List.of(), 2, Duration.ofDays(1));

        assertThat(exchange.tasks()).extracting(Task::key).containsExactly("b");
    }

    @Test
    void aQueueOfNothingButDamagedTasksIsAnEmptyOne() {
        raw.queued("a", "b", "c");
        for (String key : List.of("a", "b", "c")) {
            raw.hash(key, "xs", "{");
        }

        assertThat(network.worker("w").pop(Duration.ZERO)).isEmpty();

        assertThat(raw.failed()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(raw.running()).isEmpty();
    }
}
