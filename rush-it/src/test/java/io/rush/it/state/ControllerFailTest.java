package io.rush.it.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.ConfigurationException;
import io.rush.api.error.TaskStateException;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.Refusal;
import io.rush.api.task.TransitionReport;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From running to failed, on the word of a controller. */
class ControllerFailTest extends StateTestCase {
    private static final List<Condition> TIMEOUT = List.of(Condition.of(FailureCause.TIMEOUT, "too slow"));

    @Test
    void aRunningTaskFailsWhicheverWorkerRunsIt() {
        raw.running("a", "w:1-0");
        raw.running("b", "v:1-0");

        TransitionReport report = rush.tasks().fail(List.of("a"), TIMEOUT);

        assertThat(report.applied()).containsExactly("a");
        assertThat(report.isComplete()).isTrue();
        assertThat(raw.failed()).containsExactly("a");
        assertThat(raw.running()).isEqualTo(Map.of("v:1-0", "b"));
        assertThat(raw.hash("a"))
                .containsEntry("condition", "{\"cause\":\"timeout\",\"message\":\"too slow\"}")
                .containsEntry("owner", "w:0");
    }

    @Test
    void tasksInOtherStatesAreNamedAndLeftAsTheyAre() {
        raw.queued("queued");
        raw.finished("finished", "w:1-0");
        raw.failed("failed");
        raw.running("running", "w:1-1");

        TransitionReport report = rush.tasks().fail(List.of("queued", "running", "finished", "failed"), TIMEOUT);

        assertThat(report.applied()).containsExactly("running");
        assertThat(report.refused())
                .isEqualTo(Map.of(
                        "queued", Refusal.NOT_RUNNING,
                        "finished", Refusal.NOT_RUNNING,
                        "failed", Refusal.NOT_RUNNING));
        assertThat(raw.queue()).containsExactly("queued");
        assertThat(raw.finished()).containsExactly("finished");
        assertThat(raw.failed()).containsExactly("failed", "running");
        assertThat(raw.hash("finished")).doesNotContainKey("condition");
    }

    @Test
    void ofTwoControllersWithTheSameConditionOneFailsTheTask() {
        raw.running("a", "w:1-0");

        TransitionReport first = rush.tasks().fail(List.of("a"), TIMEOUT);
        TransitionReport second = network.connect().tasks().fail(List.of("a"), TIMEOUT);

        assertThat(first.applied()).containsExactly("a");
        assertThat(second.refused()).isEqualTo(Map.of("a", Refusal.NOT_RUNNING));
    }

    @Test
    void eachTaskGetsItsConditionOverSeveralPages() {
        List<String> keys = IntStream.range(0, 1001).mapToObj(i -> "t" + i).toList();
        keys.forEach(key -> raw.running(key, "w:1-" + key));
        List<Condition> conditions = keys.stream().map(Condition::error).toList();

        TransitionReport report = rush.tasks().fail(keys, conditions);

        assertThat(report.applied()).isEqualTo(keys);
        assertThat(raw.running()).isEmpty();
        assertThat(raw.hash("t1000").get("condition")).contains("t1000");
    }

    @Test
    void anUnknownTaskIsRefusedAndNothingIsWritten() {
        raw.running("a", "w:1-0");

        assertThatThrownBy(() -> rush.tasks().fail(List.of("a", "nothing"), TIMEOUT))
                .isInstanceOf(TaskStateException.class)
                .hasMessageContaining("nothing");

        assertThat(raw.running()).containsValue("a");
        assertThat(raw.failed()).isEmpty();
    }

    @Test
    void anotherNumberOfConditionsIsRefused() {
        raw.running("a", "w:1-0");

        assertThatThrownBy(() -> rush.tasks().fail(List.of("a"), List.of())).isInstanceOf(ConfigurationException.class);

        assertThat(raw.failed()).isEmpty();
    }
}
