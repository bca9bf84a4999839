package io.rush.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.task.TaskField;
import io.rush.api.task.TaskRow;
import io.rush.api.task.TaskState;
import io.rush.api.task.TaskTable;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TableRowTest {
    @Test
    void nullsAreKeptAmongTheInputsAndLeftOutOfTheRowsMap() {
        TaskRow row = Archive.ofInputs("{'x':null,'z':1}").table().row(0);

        assertThat(row.xs()).containsEntry("x", null).containsOnlyKeys("x", "z");
        assertThat(row.get("x")).isEmpty();
        assertThat(row.toMap()).isEqualTo(Map.of("keys", "t0", "state", TaskState.FINISHED, "z", 1L));
    }

    @Test
    void theRowsMapUsesTheNamesOfTheTable() {
        Archive archive = new Archive();
        archive.add(Map.of(TaskField.XS, "{'y':1}", TaskField.YS, "{'y':2}"));

        assertThat(archive.table().row(0).toMap().keySet()).containsExactly("keys", "state", "xs.y", "ys.y");
    }

    @Test
    void aRowPrintsItsValues() {
        assertThat(Archive.ofInputs("{'x':0.1,'b':{'$bytes':'AQID'}}").table().row(0))
                .hasToString("{keys=t0, state=finished, x=0.1, b=3 bytes}");
    }

    @Test
    void whatARowGivesCannotBeChanged() {
        TaskTable table = Archive.ofInputs("{'x':1,'a':[1]}").table();
        TaskRow row = table.row(0);

        assertRefused(() -> row.xs().put("x", 2L));
        assertRefused(() -> row.ys().put("x", 2L));
        assertRefused(() -> row.toMap().clear());
        assertRefused(() -> ((List<?>) row.xs().get("a")).clear());
        assertRefused(() -> table.rows().clear());
        assertRefused(() -> table.keys().set(0, "k"));
        assertRefused(() -> table.columnNames().set(0, "k"));
    }

    @Test
    void bytesAreCopiedHoweverDeepTheyStand() {
        String bytes = "{'$bytes':'AQID'}";
        TaskTable table = Archive.ofInputs("{'b':" + bytes + ",'l':[" + bytes + ",null],'m':{'k':[" + bytes + "]}}")
                .table();
        TaskRow row = table.row(0);

        ((byte[]) row.xs().get("b"))[0] = 9;
        ((byte[]) row.get("b").orElseThrow())[0] = 9;
        ((byte[]) table.column("b").get(0).orElseThrow())[0] = 9;
        ((byte[]) ((List<?>) row.xs().get("l")).get(0))[0] = 9;
        ((byte[]) ((List<?>) ((Map<?, ?>) row.toMap().get("m")).get("k")).get(0))[0] = 9;

        byte[] untouched = {1, 2, 3};
        assertThat((byte[]) row.xs().get("b")).isEqualTo(untouched);
        assertThat((byte[]) ((List<?>) row.xs().get("l")).get(0)).isEqualTo(untouched);
        assertThat((byte[]) ((List<?>) ((Map<?, ?>) row.xs().get("m")).get("k")).get(0))
                .isEqualTo(untouched);
    }

    @Test
    void arraysOfAColumnAreTheCallersOwn() {
        TaskTable table = Archive.ofInputs("{'x':1}").table();
        table.doubles("x")[0] = 5;
        table.longs("x")[0] = 5;

        assertThat(table.doubles("x")).containsExactly(1);
        assertThat(table.longs("x")).containsExactly(1);
    }

    @Test
    void aRowOutlivesItsTable() {
        Archive archive = Archive.ofInputs("{'x':1}");
        TaskRow row = archive.table().row(0);
        int before = archive.loads();

        assertThat(row.xs()).isEqualTo(Map.of("x", 1L));
        assertThat(row.key()).isEqualTo("t0");
        assertThat(archive.loads()).isEqualTo(before);
    }

    private static void assertRefused(ThrowingCallable change) {
        assertThatThrownBy(change).isInstanceOf(UnsupportedOperationException.class);
    }
}
