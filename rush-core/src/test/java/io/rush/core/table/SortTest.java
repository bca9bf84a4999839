package io.rush.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.ConfigurationException;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskState;
import io.rush.api.task.TaskTable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SortTest {
    @Test
    void numbersAreOrderedByValueWhateverTheirType() {
        TaskTable table = column("2.5", "{'$dec':'2.25'}", "2", "{'$int':'3'}", "-Infinity", "Infinity", "-7");

        assertThat(order(table.sortedBy("x"))).containsExactly(4, 6, 2, 1, 0, 3, 5);
        assertThat(order(table.sortedByDescending("x"))).containsExactly(5, 3, 0, 1, 2, 6, 4);
    }

    @Test
    void longsAndDoublesAreComparedWithoutRounding() {
        TaskTable table = column(
                "9007199254740993",
                "9007199254740992.0",
                "9007199254740991",
                "9223372036854775807",
                "9.223372036854775807E18",
                "-9223372036854775808",
                "-9.3E18");

        assertThat(order(table.sortedBy("x"))).containsExactly(6, 5, 2, 1, 0, 3, 4);
    }

    @Test
    void bigNumbersAreComparedWithInfinitiesAndDoubles() {
        TaskTable table = column("Infinity", "{'$dec':'1E+400'}", "1.0E300", "{'$dec':'-1E+400'}", "-Infinity");

        assertThat(order(table.sortedBy("x"))).containsExactly(4, 3, 2, 1, 0);
        assertThat(order(table.sortedByDescending("x"))).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void notANumberComesLastAmongNumbersBothWays() {
        TaskTable table = column("NaN", "1", "'text'", "{'$int':'2'}");

        assertThat(order(table.sortedBy("x"))).containsExactly(1, 3, 0, 2);
        assertThat(order(table.sortedByDescending("x"))).containsExactly(2, 3, 1, 0);
    }

    @Test
    void missingValuesComeLastBothWays() {
        TaskTable table = column("null", "2", "null", "1");

        assertThat(order(table.sortedBy("x"))).containsExactly(3, 1, 0, 2);
        assertThat(order(table.sortedByDescending("x"))).containsExactly(1, 3, 0, 2);
    }

    @Test
    void equalRowsKeepTheirOrderBothWays() {
        TaskTable table = column("1", "0.0", "1.0", "-0.0", "0", "{'$dec':'1.00'}");

        assertThat(order(table.sortedBy("x"))).containsExactly(1, 3, 4, 0, 2, 5);
        assertThat(order(table.sortedByDescending("x"))).containsExactly(0, 2, 5, 1, 3, 4);
    }

    @Test
    void stringsInstantsAndBooleansAreOrderedNaturally() {
        assertThat(order(column("'b'", "'B'", "'a'", "''").sortedBy("x"))).containsExactly(3, 1, 2, 0);
        assertThat(order(column("{'$instant':'2026-01-02T00:00:00Z'}", "{'$instant':'2025-12-31T00:00:00Z'}")
                        .sortedBy("x")))
                .containsExactly(1, 0);
        assertThat(order(column("true", "false").sortedBy("x"))).containsExactly(1, 0);
    }

    @Test
    void mixedKindsAreOrderedByKindThenValue() {
        TaskTable table =
                column("[2]", "'a'", "{'$instant':'2026-01-02T00:00:00Z'}", "true", "5", "[1]", "false", "null");

        assertThat(order(table.sortedBy("x"))).containsExactly(4, 6, 3, 2, 1, 5, 0, 7);
    }

    @Test
    void statesAreOrderedFromQueuedToFailed() {
        Archive archive = Archive.ofInputs("{'x':1}", "{'x':2}", "{'x':3}");
        List<TaskState> states = List.of(TaskState.FAILED, TaskState.QUEUED, TaskState.FINISHED);
        TablePart part = new TablePart(archive, 0, 3, DroppedPositions.NONE, states::get);
        TaskTable table = ColumnarTable.of(List.of(part), EnumSet.of(TaskField.XS));

        assertThat(order(table.sortedBy("state"))).containsExactly(1, 2, 0);
    }

    @Test
    void anUnknownColumnIsRefused() {
        TaskTable table = column("1");

        assertThatThrownBy(() -> table.sortedBy("nope")).isInstanceOf(ConfigurationException.class);
    }

    private static TaskTable column(String... values) {
        return Archive.ofInputs(Arrays.stream(values)
                        .map(value -> "{'x':" + value + "}")
                        .toArray(String[]::new))
                .table();
    }

    private static List<Integer> order(TaskTable table) {
        return table.keys().stream()
                .map(key -> Integer.parseInt(key.substring(1)))
                .toList();
    }
}
