package io.rush.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.SerializationException;
import io.rush.api.task.Column;
import io.rush.api.task.TaskField;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableColumnTest {
    @Test
    void absentAndNullCellsAreMissing() {
        Column column = Archive.ofInputs("{'x':1.5}", "{'x':null}", "{'other':1}", "{'x':'text'}")
                .table()
                .column("x");

        assertThat(column.size()).isEqualTo(4);
        assertThat(column.toList())
                .containsExactly(Optional.of(1.5), Optional.empty(), Optional.empty(), Optional.of("text"));
    }

    @Test
    void aNameThatIsAlwaysNullIsAColumn() {
        Column column = Archive.ofInputs("{'x':null}").table().column("x");

        assertThat(column.toList()).containsExactly(Optional.empty());
        assertThat(column.toDoubles()).containsExactly(Double.NaN);
    }

    @Test
    void doublesAreMadeOfEveryKindOfNumber() {
        Column column = Archive.ofInputs("{'x':1.5}", "{'x':2}", "{'x':{'$int':'3'}}", "{'x':{'$dec':'4.5'}}", "{}")
                .table()
                .column("x");

        assertThat(column.toDoubles()).containsExactly(1.5, 2, 3, 4.5, Double.NaN);
    }

    @Test
    void doublesRefuseOtherValuesAndNameTheTask() {
        Column column = Archive.ofInputs("{'x':1}", "{'x':'text'}").table().column("x");

        assertThatThrownBy(column::toDoubles)
                .isInstanceOf(SerializationException.class)
                .hasMessage("x[1]: task 't1' holds the string 'text', not a number");
    }

    @Test
    void longsAreMadeOfIntegers() {
        Column column = Archive.ofInputs("{'x':9007199254740993}", "{'x':{'$int':'-3'}}")
                .table()
                .column("x");

        assertThat(column.toLongs()).containsExactly(9007199254740993L, -3);
    }

    @Test
    void longsRefuseMissingCellsFractionsAndWhatIsTooLarge() {
        assertThatThrownBy(() -> Archive.ofInputs("{'x':1}", "{}").table().longs("x"))
                .hasMessage("x[1]: task 't1' has no value");
        assertThatThrownBy(() -> Archive.ofInputs("{'x':1.0}").table().longs("x"))
                .hasMessage("x[0]: task 't0' holds the double 1.0, not an integer");
        assertThatThrownBy(() -> Archive.ofInputs("{'x':{'$int':'9223372036854775808'}}")
                        .table()
                        .longs("x"))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void columnsGoAcrossChunks() {
        int size = 2 * Chunk.CAPACITY + 5;
        Archive archive = Archive.ofInputs(
                IntStream.range(0, size).mapToObj(i -> "{'x':" + i + "}").toArray(String[]::new));

        assertThat(archive.table().longs("x"))
                .isEqualTo(IntStream.range(0, size).asLongStream().toArray());
        assertThat(archive.table().doubles("x"))
                .isEqualTo(IntStream.range(0, size).asDoubleStream().toArray());
    }

    @Test
    void aColumnThatBeginsInALaterChunkIsMissingBefore() {
        Archive archive = new Archive();
        for (int i = 0; i < Chunk.CAPACITY; i++) {
            archive.add(Map.of(TaskField.XS, "{'x':1}"));
        }
        archive.add(Map.of(TaskField.XS, "{'z':7}"));
        Column column = archive.table().column("z");

        assertThat(column.get(0)).isEmpty();
        assertThat(column.get(Chunk.CAPACITY)).contains(7L);
        assertThat(column.toDoubles()[3]).isNaN();
    }

    @Test
    void rowsOutsideAreRefused() {
        Column column = Archive.ofInputs("{'x':1}").table().column("x");

        assertThatThrownBy(() -> column.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> column.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
