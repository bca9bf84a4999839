package io.rush.it.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.RushWorker;
import io.rush.api.error.ConfigurationException;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From nothing to running, finished or failed. */
class PushSettledTest extends StateTestCase {
    @Test
    void runningTasksBelongToTheirWorkerUnderAttemptsOfTheirOwn() {
        RushWorker worker = network.worker("w");

        List<String> keys = worker.pushRunning(points(2));

        assertThat(raw.running()).isEqualTo(Map.of(raw.owner("w", 0), keys.get(0), raw.owner("w", 1), keys.get(1)));
        assertThat(raw.hash(keys.get(1))).containsExactlyEntriesOf(Map.of("xs", "{\"x\":1}"));
        assertThat(raw.queue()).isEmpty();
    }

    @Test
    void runningTasksOfSeveralPagesAllBelongToTheWorker() {
        RushWorker worker = network.worker("w");

        List<String> keys = worker.pushRunning(points(1001), List.of(Map.of("note", "a")));

        assertThat(raw.running().values()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(raw.hash(keys.get(1000))).containsEntry("xs_extra", "{\"note\":\"a\"}");
        assertThat(worker.finish(keys.get(1000), YS)).isTrue();
    }

    @Test
    void aWorkerThatIsGoneCreatesNoRunningTasks() {
        RushWorker worker = network.worker("w");
        raw.lose("w");

        assertThat(worker.pushRunning(points(2))).isEmpty();

        assertThat(network.keyNames()).doesNotContain("running").noneMatch(name -> name.startsWith("task:"));
        assertThat(worker.isTerminated()).isTrue();
    }

    @Test
    void finishedTasksStandInTheArchiveWithTheirOutputs() {
        raw.finished("a", "w:1-0");

        List<String> keys = rush.tasks()
                .pushFinished(points(2), List.of(Map.of("y", 3L), Map.of("y", 4L)), List.of(Map.of("note", "a")));

        assertThat(raw.finished()).containsExactly("a", keys.get(0), keys.get(1));
        assertThat(raw.hash(keys.get(1)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("xs", "{\"x\":1}", "ys", "{\"y\":4}", "ys_extra", "{\"note\":\"a\"}"));
    }

    @Test
    void finishedTasksOfSeveralPagesKeepTheirOrder() {
        List<String> keys = rush.tasks().pushFinished(points(1001), points(1001));

        assertThat(raw.finished()).isEqualTo(keys);
    }

    @Test
    void everyFinishedTaskNeedsItsOutputs() {
        assertThatThrownBy(() -> rush.tasks().pushFinished(points(2), points(1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the list of outputs has 1 elements for 2 tasks");
        assertThat(network.keyNames()).isEmpty();
    }

    @Test
    void failedTasksStandWithTheirConditionAndTheLatestLast() {
        raw.failed("a");
        List<Condition> conditions =
                List.of(Condition.error("bad point"), Condition.of(FailureCause.TIMEOUT, "too slow"));

        List<String> keys = rush.tasks().pushFailed(points(2), conditions);

        assertThat(raw.failed()).startsWith("a").containsExactlyInAnyOrder("a", keys.get(0), keys.get(1));
        assertThat(raw.hash(keys.get(0))).containsEntry("condition", "{\"cause\":\"error\",\"message\":\"bad point\"}");
        assertThat(raw.hash(keys.get(1)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("xs", "{\"x\":1}", "condition", "{\"cause\":\"timeout\",\"message\":\"too slow\"}"));
    }

    @Test
    void failedTasksNeedACondition() {
        assertThatThrownBy(() -> rush.tasks().pushFailed(points(2), List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the list of conditions has 0 elements for 2 tasks");
        assertThat(network.keyNames()).isEmpty();
    }
}
