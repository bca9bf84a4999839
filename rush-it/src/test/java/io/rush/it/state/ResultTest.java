package io.rush.it.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.RushWorker;
import io.rush.api.StopMode;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.SerializationException;
import io.rush.api.error.TaskStateException;
import io.rush.api.task.Condition;
import io.rush.api.task.Exchange;
import io.rush.api.task.Refusal;
import io.rush.api.task.Task;
import io.rush.api.task.TaskResult;
import io.rush.api.task.TransitionReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From running to finished or failed, on the word of the worker. */
class ResultTest extends StateTestCase {
    private RushWorker worker;

    @BeforeEach
    void register() {
        worker = network.worker("w");
    }

    private List<String> popAll(String... keys) {
        raw.queued(keys);
        return worker.exchange(List.of(), keys.length, Duration.ZERO).tasks().stream()
                .map(Task::key)
                .toList();
    }

    @Test
    void aFinishedTaskStandsInTheArchiveWithItsOutputs() {
        popAll("a");

        assertThat(worker.finish("a", YS, Map.of("note", "n"))).isTrue();

        assertThat(raw.finished()).containsExactly("a");
        assertThat(raw.running()).isEmpty();
        assertThat(raw.hash("a"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("xs", "{\"x\":\"a\"}", "ys", YS_JSON, "ys_extra", "{\"note\":\"n\"}", "owner", "w:0"));
    }

    @Test
    void tasksStandInTheOrderTheyFinished() {
        popAll("a", "b", "c");

        worker.finish("b", YS);
        worker.finish(List.of("c", "a"), List.of(YS, YS));

        assertThat(raw.finished()).containsExactly("b", "c", "a");
    }

    @Test
    void aFailedTaskStandsWithItsCondition() {
        popAll("a");

        assertThat(worker.fail("a", Condition.error("boom"))).isTrue();

        assertThat(raw.failed()).containsExactly("a");
        assertThat(raw.running()).isEmpty();
        assertThat(raw.finished()).isEmpty();
        assertThat(raw.hash("a"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "xs",
                        "{\"x\":\"a\"}",
                        "condition",
                        "{\"cause\":\"error\",\"message\":\"boom\"}",
                        "owner",
                        "w:0"));
    }

    @Test
    void resultsAndTheNextTasksGoInOneExchange() {
        popAll("a", "b");
        raw.queued("c", "d");

        Exchange exchange = worker.exchange(
                List.of(TaskResult.finished("a", YS), TaskResult.failed("b", Condition.error("boom"))),
                2,
                Duration.ZERO);

        assertThat(exchange.report().applied()).containsExactly("a", "b");
        assertThat(exchange.tasks()).extracting(Task::key).containsExactly("c", "d");
        assertThat(raw.finished()).containsExactly("a");
        assertThat(raw.failed()).containsExactly("b");
        assertThat(raw.running().values()).containsExactlyInAnyOrder("c", "d");
    }

    @Test
    void eachOfSeveralResultsCountsOrNotByItself() {
        popAll("a", "b", "c");
        rush.tasks().fail(List.of("b"), List.of(Condition.error("out of time")));

        TransitionReport report = worker.finish(List.of("a", "b", "c"), List.of(YS, YS, YS));

        assertThat(report.applied()).containsExactly("a", "c");
        assertThat(report.refused()).isEqualTo(Map.of("b", Refusal.NOT_OWNED));
        assertThat(raw.finished()).containsExactly("a", "c");
        assertThat(raw.hash("b")).doesNotContainKey("ys");
    }

    @Test
    void aWorkerThatWasAskedToLeaveFinishesWhatItHas() {
        popAll("a");
        rush.workers().stop(StopMode.TERMINATE, List.of("w"));

        assertThat(worker.finish("a", YS)).isTrue();

        assertThat(raw.finished()).containsExactly("a");
    }

    @Test
    void aTaskIsHandedInOnce() {
        popAll("a");
        worker.finish("a", YS);

        assertThatThrownBy(() -> worker.finish("a", Map.of("y", 2L)))
                .isInstanceOf(TaskStateException.class)
                .hasMessageContaining("a does not belong to this worker");
        assertThatThrownBy(() -> worker.fail("a", Condition.error("boom"))).isInstanceOf(TaskStateException.class);

        assertThat(raw.finished()).containsExactly("a");
        assertThat(raw.hash("a")).containsEntry("ys", YS_JSON);
    }

    @Test
    void aTaskThatStandsTwiceInOneCallIsRefusedAndNothingIsWritten() {
        popAll("a");

        assertThatThrownBy(() -> worker.finish(List.of("a", "a"), List.of(YS, YS)))
                .isInstanceOf(TaskStateException.class);

        assertThat(raw.running().values()).containsExactly("a");
        assertThat(worker.finish("a", YS)).isTrue();
    }

    @Test
    void aResultOfAForeignTaskIsRefusedAndNothingIsWritten() {
        popAll("a");
        raw.queued("b");
        pop(network.worker("other"));

        assertThatThrownBy(() -> worker.finish(List.of("a", "b"), List.of(YS, YS)))
                .isInstanceOf(TaskStateException.class)
                .hasMessageContaining("task b");

        assertThat(raw.finished()).isEmpty();
        assertThat(raw.running().values()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void outputsThatCannotBeStoredAreRefusedAndTheTaskStaysWithTheWorker() {
        popAll("a");

        assertThatThrownBy(() -> worker.finish("a", Map.of("y", new Object())))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("ys.y");

        assertThat(raw.running().values()).containsExactly("a");
        assertThat(worker.finish("a", YS)).isTrue();
    }

    @Test
    void severalResultsNeedOutputsEach() {
        popAll("a", "b");

        assertThatThrownBy(() -> worker.finish(List.of("a", "b"), List.of(YS)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("1 maps of outputs for 2 keys");
    }
}
