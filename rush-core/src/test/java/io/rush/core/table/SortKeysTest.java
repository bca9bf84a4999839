package io.rush.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.task.TaskField;
import io.rush.api.task.TaskState;
import io.rush.core.codec.JsonValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SortKeysTest {
    private static final CellSource COLUMN = CellSource.stored(new ColumnId(TaskField.XS, "v"));
    private static final List<Object> KINDS = Arrays.asList(
            1.5,
            -0.0,
            0.0,
            0L,
            1L,
            (1L << 53) + 1,
            0x1p53,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Long.MIN_VALUE,
            new BigDecimal("0.5"),
            BigInteger.TEN.pow(400),
            "a",
            "B",
            "",
            true,
            false,
            Instant.EPOCH,
            Instant.MAX,
            List.of(1L),
            null);

    private static int[] order(ValueOrder order, List<?> values) {
        ChunkBuilder builder = new ChunkBuilder();
        for (int i = 0; i < values.size(); i++) {
            byte[] xs = new JsonValues().encode(Collections.singletonMap("v", values.get(i)));
            builder.append(new TaskBody("k" + i, Map.of(TaskField.XS, xs)));
        }
        Chunk chunk = builder.snapshot();
        TablePart part = TablePart.of(index -> chunk, 0, values.size(), DroppedPositions.NONE, TaskState.FINISHED);
        return SortKeys.read(COLUMN, Rows.of(List.of(part))).order(order);
    }

    @ParameterizedTest
    @EnumSource
    void numbersThatAreNotBoxedSortAsBoxedOnesDo(ValueOrder order) {
        Random random = new Random(5);
        List<Object> values = IntStream.range(0, 1000)
                .mapToObj(i -> KINDS.get(random.nextInt(KINDS.size())))
                .toList();
        int[] expected = IntStream.range(0, values.size())
                .boxed()
                .sorted((a, b) -> order.compare(values.get(a), values.get(b)))
                .mapToInt(Integer::intValue)
                .toArray();

        assertThat(order(order, values)).isEqualTo(expected);
    }

    @Test
    void naNComesAfterAllNumbersAndMissingCellsLastBothWays() {
        List<Object> values = Arrays.asList(null, Double.NaN, 2.5, Double.NEGATIVE_INFINITY, 1.5);

        assertThat(order(ValueOrder.ASCENDING, values)).containsExactly(3, 4, 2, 1, 0);
        assertThat(order(ValueOrder.DESCENDING, values)).containsExactly(2, 4, 3, 1, 0);
    }

    @Test
    void equalNumbersKeepTheirOrderBothWays() {
        List<Object> values = List.of(1.0, 0.0, 1L, -0.0, 1.0, 0L);

        assertThat(order(ValueOrder.ASCENDING, values)).containsExactly(1, 3, 5, 0, 2, 4);
        assertThat(order(ValueOrder.DESCENDING, values)).containsExactly(0, 2, 4, 1, 3, 5);
    }

    @Test
    void bytesSortByTheirContent() {
        assertThat(order(ValueOrder.ASCENDING, List.of(new byte[] {(byte) 200}, new byte[] {1, 2}, new byte[] {1})))
                .containsExactly(2, 1, 0);
    }
}
