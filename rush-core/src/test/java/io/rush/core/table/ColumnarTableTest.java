package io.rush.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.ConfigurationException;
import io.rush.api.error.SerializationException;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskRow;
import io.rush.api.task.TaskState;
import io.rush.api.task.TaskTable;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnarTableTest {
    private static final EnumSet<TaskField> ALL = EnumSet.allOf(TaskField.class);

    @Test
    void neitherMakingATableNorItsSizeAsksForChunks() {
        Archive archive = largeArchive();
        TaskTable table = archive.table();

        assertThat(table.size()).isEqualTo(2 * Chunk.CAPACITY);
        assertThat(table.isEmpty()).isFalse();
        assertThat(table.rows()).hasSize(2 * Chunk.CAPACITY);
        assertThat(archive.loads()).isZero();
    }

    @Test
    void sizeWithDroppedTasksAsksForNoChunkEither() {
        Archive archive = Archive.ofInputs("{'x':1}", "{", "{'x':3}");

        assertThat(archive.table().size()).isEqualTo(2);
        assertThat(archive.loads()).isZero();
    }

    @Test
    void aColumnAsksForEachChunkOnce() {
        Archive archive = largeArchive();
        TaskTable table = archive.table();
        table.columnNames();
        int before = archive.loads();

        table.doubles("x");

        assertThat(archive.loads() - before).isEqualTo(2);
    }

    @Test
    void namesAndKeysAreRemembered() {
        Archive archive = largeArchive();
        TaskTable table = archive.table();
        List<String> names = table.columnNames();
        List<String> keys = table.keys();
        int before = archive.loads();

        assertThat(table.columnNames()).isEqualTo(names);
        assertThat(table.keys()).isEqualTo(keys).hasSize(table.size()).startsWith("t0", "t1");
        assertThat(archive.loads()).isEqualTo(before);
    }

    @Test
    void droppedTasksAreLeftOutAndTheOthersKeepTheirPositions() {
        Archive archive = new Archive();
        for (int i = 0; i < Chunk.CAPACITY + 3; i++) {
            boolean damaged = i == 0 || i == 5 || i == 6 || i == Chunk.CAPACITY - 1 || i == Chunk.CAPACITY + 2;
            archive.add(Map.of(TaskField.XS, damaged ? "{" : "{'x':" + i + "}"));
        }
        TaskTable table = archive.table();

        long[] expected = IntStream.range(0, Chunk.CAPACITY + 2)
                .filter(i -> i != 0 && i != 5 && i != 6 && i != Chunk.CAPACITY - 1)
                .asLongStream()
                .toArray();
        assertThat(table.longs("x")).isEqualTo(expected);
        assertThat(table.keys()).hasSize(expected.length).startsWith("t1", "t2").endsWith("t1024", "t1025");
        assertThat(table.row(4).get("x")).contains(7L);
    }

    @Test
    void aTableOfDroppedTasksOnlyIsEmpty() {
        TaskTable table = Archive.ofInputs("{", "").table();

        assertThat(table.isEmpty()).isTrue();
        assertThat(table.columnNames()).containsExactly("keys", "state");
        assertThat(table).hasToString("0 rows x 2 columns");
    }

    @Test
    void partsFollowEachOtherEachWithItsStates() {
        Archive finished = Archive.ofInputs("{'x':1}", "{'x':2}", "{'x':3}");
        Archive others = Archive.ofInputs("{'x':4}", "{'z':5}");
        TablePart mixed = new TablePart(
                others, 0, 2, DroppedPositions.NONE, position -> position == 0 ? TaskState.RUNNING : TaskState.QUEUED);
        TaskTable table = ColumnarTable.of(List.of(finished.part(1, 3, TaskState.FINISHED), mixed), ALL);

        assertThat(table.keys()).containsExactly("t1", "t2", "t0", "t1");
        assertThat(table.stream().map(TaskRow::state))
                .containsExactly(TaskState.FINISHED, TaskState.FINISHED, TaskState.RUNNING, TaskState.QUEUED);
        assertThat(table.doubles("x")).containsExactly(2, 3, 4, Double.NaN);
        assertThat(table.columnNames()).containsExactly("keys", "state", "x", "z");
    }

    @Test
    void aTableStaysAsItIsWhileTheArchiveGrows() {
        Archive archive = Archive.ofInputs("{'x':1}");
        TaskTable table = archive.table();
        archive.add(Map.of(TaskField.XS, "{'x':2,'z':3}"));

        assertThat(table.size()).isEqualTo(1);
        assertThat(table.columnNames()).containsExactly("keys", "state", "x");
        assertThat(table.doubles("x")).containsExactly(1);
    }

    @Test
    void headTakesTheFirstRows() {
        TaskTable table = largeArchive().table();

        assertThat(table.head(3).keys()).containsExactly("t0", "t1", "t2");
        assertThat(table.head(0)).hasToString("0 rows x 3 columns");
        assertThat(table.head(Integer.MAX_VALUE).size()).isEqualTo(table.size());
        assertThatThrownBy(() -> table.head(-1)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void filterKeepsRowsInOrderAndAllColumns() {
        TaskTable table =
                Archive.ofInputs("{'x':1}", "{'x':2,'z':0}", "{'x':3}").table();
        TaskTable odd = table.filter(row -> !row.get("x").equals(Optional.of(2L)));

        assertThat(odd.keys()).containsExactly("t0", "t2");
        assertThat(odd.columnNames()).isEqualTo(table.columnNames());
        assertThat(odd.row(1).key()).isEqualTo("t2");
    }

    @Test
    void selectionsMayBeSelectedFrom() {
        TaskTable table = largeArchive().table();
        TaskTable last = table.sortedByDescending("x").head(4).filter(row -> !"t2046".equals(row.key()));

        assertThat(last.keys()).containsExactly("t2047", "t2045", "t2044");
        assertThat(last.longs("x")).containsExactly(2047, 2045, 2044);
        assertThat(last.sortedBy("x").longs("x")).containsExactly(2044, 2045, 2047);
    }

    @Test
    void rowsOutsideAreRefused() {
        TaskTable table = Archive.ofInputs("{'x':1}").table();

        assertThatThrownBy(() -> table.row(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> table.rows().get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void recordsTakeInputsAndOutputsByName() {
        Archive archive = new Archive();
        archive.add(Map.of(TaskField.XS, "{'x':1}", TaskField.YS, "{'y':2.5}", TaskField.YS_EXTRA, "{'x':0}"));
        archive.add(Map.of(TaskField.XS, "{'x':2}", TaskField.YS, "{'y':3.5,'note':'n'}"));

        assertThat(archive.table().toRecords(Point.class))
                .containsExactly(new Point(2.5, 1, Optional.empty()), new Point(3.5, 2, Optional.of("n")));
    }

    @Test
    void recordsTakeOtherColumnsWhereThereIsNoSuchInputOrOutput() {
        TaskTable table = Archive.ofInputs("{'x':1}").table();

        assertThat(table.toRecords(Keyed.class)).containsExactly(new Keyed("t0", TaskState.FINISHED));
    }

    @Test
    void aMissingValueOfARecordNamesTheTask() {
        TaskTable table = Archive.ofInputs("{'x':1,'y':2}", "{'x':1}").table();

        assertThatThrownBy(() -> table.toRecords(Point.class))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("task 't1'")
                .hasMessageContaining("'y'");
    }

    @Test
    void aComponentThatIsInputAndOutputIsRefused() {
        Archive archive = new Archive();
        archive.add(Map.of(TaskField.XS, "{'x':1,'y':1}", TaskField.YS, "{'y':2}"));

        assertThatThrownBy(() -> archive.table().toRecords(Point.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("xs.y or ys.y");
    }

    private static Archive largeArchive() {
        return Archive.ofInputs(IntStream.range(0, 2 * Chunk.CAPACITY)
                .mapToObj(i -> "{'x':" + i + "}")
                .toArray(String[]::new));
    }

    record Point(double y, int x, Optional<String> note) {}

    record Keyed(String keys, TaskState state) {}
}
