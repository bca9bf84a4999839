package io.rush.it.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Archive;
import io.rush.api.Rush;
import io.rush.api.RushWorker;
import io.rush.api.error.ConfigurationException;
import io.rush.api.task.Condition;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskTable;
import io.rush.it.support.LogRecords;
import io.rush.it.support.TestNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks whose hash is not what it should be, and names that collide. */
class OddTasksIT {
    private final TestNetwork network = TestNetwork.open();
    private final Rush rush = network.rush();
    private final Archive archive = rush.archive();

    @AfterEach
    void closeNetwork() throws Exception {
        network.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEL", "xs", "ys", "xs_extra"})
    void aMissingOrDamagedHashIsLeftOutWithAWarningAndShiftsNoPosition(String damage) {
        List<String> keys = pushFinished(0, 3);
        damage(keys.get(1), damage);

        try (LogRecords log = LogRecords.of("io.rush.core.archive")) {
            assertThat(archive.fetchNew().keys()).containsExactly(keys.get(0), keys.get(2));
            assertThat(log.warnings()).hasSize(1).first().asString().contains(keys.get(1), "left out");
            assertThat(archive.fetchFinished().longs("x")).containsExactly(0, 2);
            assertThat(log.warnings()).hasSize(1);
        }
        List<String> more = pushFinished(3, 2);
        assertThat(archive.fetchNew().keys()).isEqualTo(more);
        assertThat(archive.fetchFinished().longs("x")).containsExactly(0, 2, 3, 4);
        archive.resetCache();
        assertThat(archive.fetchFinished().longs("x")).containsExactly(0, 2, 3, 4);
        assertThat(rush.tasks().counts().finished()).isEqualTo(5);
    }

    @Test
    void damagedTasksAcrossManyPagesAreLeftOut() {
        List<String> keys = new ArrayList<>(pushFinished(0, 3_000));
        List<String> gone = List.of(keys.get(0), keys.get(1_023), keys.get(1_024), keys.get(2_999));
        gone.forEach(key -> damage(key, "DEL"));
        keys.removeAll(gone);

        assertThat(archive.fetchFinished().keys()).isEqualTo(keys);
        List<String> more = pushFinished(3_000, 1);
        assertThat(archive.fetchFinished().keys()).endsWith(more.get(0)).hasSize(2_997);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEL", "xs"})
    void tasksThatAreNotFinishedAreLeftOutToo(String damage) {
        RushWorker worker = network.worker();
        String running = worker.pushRunning(List.of(Map.of("x", 1L))).get(0);
        String queued = rush.tasks().push(Map.of("x", 2L));
        String failed = rush.tasks()
                .pushFailed(List.of(Map.of("x", 3L)), List.of(Condition.error("e")))
                .get(0);
        String priority = rush.tasks()
                .pushPriority(worker.workerId(), List.of(Map.of("x", 4L)))
                .get(0);
        List.of(running, queued, failed, priority).forEach(key -> damage(key, damage));
        String sound = rush.tasks().push(Map.of("x", 5L));

        assertThat(archive.fetchRunning().isEmpty()).isTrue();
        assertThat(archive.fetchFailed().isEmpty()).isTrue();
        assertThat(archive.fetchPriority().isEmpty()).isTrue();
        assertThat(archive.fetchQueued().keys()).containsExactly(sound);
        assertThat(archive.fetch().keys()).containsExactly(sound);
    }

    @Test
    void aTaskWhoseHashIsGoneFailsWhenItIsTaken() {
        String gone = rush.tasks().push(Map.of("x", 1L));
        String sound = rush.tasks().push(Map.of("x", 2L));
        damage(gone, "DEL");

        assertThat(network.worker().pop(Duration.ZERO).orElseThrow().key()).isEqualTo(sound);
        assertThat(rush.tasks().isFailed(gone)).isTrue();
        assertThat(archive.fetchFailed(TaskField.CONDITION)
                        .row(0)
                        .condition()
                        .orElseThrow()
                        .message())
                .contains("missing");
    }

    @Test
    void aNameAmongInputsAndOutputsIsTwoColumns() {
        rush.tasks().pushFinished(List.of(Map.of("v", 1L, "x", 5L)), List.of(Map.of("v", 2L)));

        TaskTable table = archive.fetchFinished();

        assertThat(table.columnNames()).contains("xs.v", "ys.v", "x").doesNotContain("v");
        assertThat(table.longs("xs.v")).containsExactly(1);
        assertThat(table.longs("ys.v")).containsExactly(2);
        assertThat(table.column(TaskField.YS, "v").toLongs()).containsExactly(2);
        assertThatThrownBy(() -> table.column("v"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("xs.v", "ys.v");
    }

    @Test
    void namesOfBookkeepingColumnsAreQualified() {
        String key = rush.tasks()
                .pushFinished(
                        List.of(Map.of("keys", 1L, "state", "solid", "worker_id", "mine", "xs.q", 4L)),
                        List.of(Map.of("y", 1L)))
                .get(0);

        TaskTable table = archive.fetchFinished();

        assertThat(table.columnNames()).startsWith("keys", "state").contains("xs.keys", "xs.state", "xs.worker_id");
        assertThat(table.column("keys").get(0)).hasValue(key);
        assertThat(table.column("xs.keys").get(0)).hasValue(1L);
        assertThat(table.column("xs.state").get(0)).hasValue("solid");
        assertThat(table.column("xs.worker_id").get(0)).hasValue("mine");
        assertThat(table.column("xs.xs.q").get(0)).hasValue(4L);
        assertThat(table.row(0).xs()).containsEntry("worker_id", "mine");
        assertThat(table.row(0).workerId()).isEmpty();
    }

    @Test
    void anUnknownColumnIsRefusedWithTheOnesThereAre() {
        pushFinished(0, 1);
        TaskTable table = archive.fetchFinished();

        assertThatThrownBy(() -> table.column("z"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("'z'", "x", "y");
        assertThatThrownBy(() -> table.column(TaskField.XS, "y")).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> table.sortedBy("z")).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> table.row(0).get("z")).isInstanceOf(ConfigurationException.class);
    }

    private void damage(String key, String how) {
        if (how.equals("DEL")) {
            network.send("DEL", network.key("task:" + key));
        } else {
            network.send("HSET", network.key("task:" + key), how, "{\"x\":");
        }
    }

    private List<String> pushFinished(int from, int number) {
        List<Map<String, Object>> xss = IntStream.range(from, from + number)
                .mapToObj(x -> Map.<String, Object>of("x", (long) x))
                .toList();
        return rush.tasks()
                .pushFinished(xss, xss.stream().map(xs -> Map.of("y", 1L)).toList());
    }
}
