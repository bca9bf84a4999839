package io.rush.examples.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Rush;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.error.ConfigurationException;
import io.rush.api.task.TaskRow;
import io.rush.examples.Branin;
import io.rush.examples.Point;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the loop does beyond its contract. */
class SequentialLoopIT {
    private final Rush rush = Rush.connect("sequential-" + UUID.randomUUID());

    @AfterEach
    void deleteNetwork() {
        rush.reset();
        rush.close();
    }

    @Test
    void timeAndLabelAreStoredAlongWithTheOutputs() {
        rush.workers().startLocal(spec(Map.of("label", "mine")));

        rush.tasks().await(rush.tasks().push(List.of(new Point(1, 2), new Point(3, 4))));

        List<TaskRow> rows = rush.archive().fetchFinished().rows();
        assertThat(rows).hasSize(2).allSatisfy(row -> {
            assertThat(row.ys()).containsKey("y");
            assertThat(row.ysExtra()).containsEntry("loop", "mine");
            assertThat((double) row.ysExtra().get("seconds")).isPositive();
        });
    }

    @ParameterizedTest
    @CsvSource({"clock, wall", "label, 1"})
    void unknownOptionsAreRefusedBeforeAnyWorkerStarts(String name, String value) {
        Map<String, ?> options = Map.of(name, value.equals("1") ? (Object) 1 : value);

        assertThatThrownBy(() -> rush.workers().startLocal(spec(options)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("sequential", name, value);
        assertThat(rush.workers().ids()).isEmpty();
    }

    private static WorkerSpec spec(Map<String, ?> options) {
        return WorkerSpec.of(Branin.class)
                .kind(WorkerKind.THREAD)
                .loopName("sequential")
                .loopOptions(options);
    }
}
