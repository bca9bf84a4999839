package io.rush.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.ConfigurationException;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskState;
import io.rush.api.task.TaskTable;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnNamingTest {
    @Test
    void columnsComeInOrderOfFirstAppearance() {
        Archive archive = new Archive();
        archive.add(Map.of(TaskField.XS, "{'b':1,'a':2}", TaskField.YS, "{'y':3}"));
        archive.add(Map.of(TaskField.XS, "{'c':1,'a':2}", TaskField.XS_EXTRA, "{'e':3}"));

        assertThat(archive.table().columnNames()).containsExactly("keys", "state", "b", "a", "y", "c", "e");
    }

    @Test
    void orderCountsFromTheFirstRowShownNotFromTheChunk() {
        Archive archive = Archive.ofInputs("{'old':1,'late':2}", "{'a':1}", "{'late':3}");
        TaskTable table = ColumnarTable.of(List.of(archive.part(1, 3, TaskState.QUEUED)), EnumSet.of(TaskField.XS));

        assertThat(table.columnNames()).containsExactly("keys", "state", "a", "late");
    }

    @Test
    void aNameInSeveralFieldsIsQualifiedInEach() {
        TaskTable table = inputAndOutput();

        assertThat(table.columnNames()).containsExactly("keys", "state", "x", "xs.y", "ys.y");
        assertThat(table.doubles("xs.y")).containsExactly(2);
        assertThat(table.doubles("ys.y")).containsExactly(3);
    }

    @Test
    void aNameIsPlainWhereItsOtherFieldIsNotShown() {
        Archive archive = new Archive();
        archive.add(Map.of(TaskField.XS, "{'y':2}", TaskField.YS, "{'y':3}"));

        assertThat(archive.table(EnumSet.of(TaskField.YS)).columnNames()).containsExactly("keys", "state", "y");
    }

    @Test
    void namesOfBookkeepingColumnsAreQualified() {
        TaskTable table = Archive.ofInputs(
                        "{'keys':1,'state':2,'worker_id':3,'condition':4,'seed':5,'timeout':6,'max_retries':7,"
                                + "'n_retries':8}")
                .table();

        assertThat(table.columnNames())
                .containsExactly(
                        "keys",
                        "state",
                        "xs.keys",
                        "xs.state",
                        "xs.worker_id",
                        "xs.condition",
                        "xs.seed",
                        "xs.timeout",
                        "xs.max_retries",
                        "xs.n_retries");
        assertThat(table.column("keys").get(0)).contains("t0");
        assertThat(table.column("state").get(0)).contains(TaskState.FINISHED);
        assertThat(table.column("xs.keys").get(0)).contains(1L);
    }

    @Test
    void namesThatBeginLikeQualifiedOnesAreQualified() {
        TaskTable table = Archive.ofInputs("{'xs.a':1,'ys.a':2,'xs_extra.a':3,'ys_extra.a':4,'zs.a':5,'xs':6}")
                .table();

        assertThat(table.columnNames().subList(2, 8))
                .containsExactly("xs.xs.a", "xs.ys.a", "xs.xs_extra.a", "xs.ys_extra.a", "zs.a", "xs");
    }

    @Test
    void columnsAreFoundByFieldAndNameHoweverTheyAreCalled() {
        TaskTable table = inputAndOutput();

        assertThat(table.column(TaskField.YS, "y").name()).isEqualTo("ys.y");
        assertThat(table.column(TaskField.YS, "y").toLongs()).containsExactly(3);
        assertThat(table.column(TaskField.XS, "x").name()).isEqualTo("x");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNames() {
        TaskTable table = inputAndOutput();

        assertThatThrownBy(() -> table.column("z"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("unknown column 'z'; columns are keys, state, x, xs.y, ys.y");
        assertThatThrownBy(() -> table.row(0).get("z")).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void anAmbiguousNameIsAnsweredWithTheQualifiedOnes() {
        TaskTable table = inputAndOutput();

        assertThatThrownBy(() -> table.column("y"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("column 'y' must be named with its field: xs.y or ys.y");
    }

    @Test
    void aNameThatItsFieldLacksIsAnsweredWithTheNamesOfTheField() {
        TaskTable table = inputAndOutput();

        assertThatThrownBy(() -> table.column(TaskField.XS, "z"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("no value 'z' in field xs; names are x, y");
        assertThatThrownBy(() -> table.column(TaskField.YS_EXTRA, "z"))
                .hasMessage("no value 'z' in field ys_extra; the table has no values of that field; fetch it with"
                        + " the field ys_extra");
    }

    private static TaskTable inputAndOutput() {
        Archive archive = new Archive();
        archive.add(Map.of(TaskField.XS, "{'x':1,'y':2}", TaskField.YS, "{'y':3}"));
        return archive.table();
    }
}
