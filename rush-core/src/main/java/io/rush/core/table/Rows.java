package io.rush.core.table;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Maps the rows of a table to slots of chunks. Immutable and thread-safe; holds no chunk.
 *
 * <p>The spans' slots are numbered through. Rows are these numbers in order, or those that are listed.
 */
final class Rows {
    private final List<Span> spans;
    /** Number of each span's first slot, and after the last span the number of slots. */
    private final int[] starts;
    /** Number of each row's slot; null where that is the row itself. */
    private final int @Nullable [] order;

    private Rows(List<Span> spans, int[] starts, int @Nullable [] order) {
        this.spans = spans;
        this.starts = starts;
        this.order = order;
    }

    /** All positions of the parts but those that were dropped, in order. */
    static Rows of(List<TablePart> parts) {
        List<Span> spans = Span.of(parts);
        int[] starts = new int[spans.size() + 1];
        for (int i = 0; i < spans.size(); i++) {
            starts[i + 1] = Math.addExact(starts[i], spans.get(i).length());
        }
        return new Rows(spans, starts, null);
    }

    int size() {
        return order == null ? starts[spans.size()] : order.length;
    }

    List<Span> spans() {
        return spans;
    }

    /** The given rows in their order. */
    Rows select(int[] rows) {
        return new Rows(spans, starts, Arrays.stream(rows).map(this::number).toArray());
    }

    /**
     * Where a row is.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= row < size()}
     */
    RowPlace place(int row) {
        int number = number(Objects.checkIndex(row, size()));
        int index = spanOf(number);
        Span span = spans.get(index);
        return new RowPlace(span, span.chunk(), span.firstSlot() + number - starts[index]);
    }

    /** Visits every row once, span by span, so that a chunk is not asked for at each row. */
    void forEachRun(Consumer<Run> visitor) {
        if (order == null) {
            for (int i = 0; i < spans.size(); i++) {
                visitor.accept(Run.consecutive(spans.get(i), starts[i]));
            }
        } else {
            forEachListed(order, visitor);
        }
    }

    private void forEachListed(int[] numbers, Consumer<Run> visitor) {
        int[] ends = endsBySpan(numbers);
        int[] rows = new int[numbers.length];
        int[] slots = new int[numbers.length];
        for (int row = numbers.length - 1; row >= 0; row--) {
            int index = spanOf(numbers[row]);
            int place = --ends[index];
            rows[place] = row;
            slots[place] = spans.get(index).firstSlot() + numbers[row] - starts[index];
        }
        for (int i = 0; i < spans.size(); i++) {
            int size = ends[i + 1] - ends[i];
            if (size > 0) {
                visitor.accept(Run.listed(spans.get(i), rows, slots, ends[i], size));
            }
        }
    }

    /** For each span the number of rows in it and in those before it; after the last span all rows once more. */
    private int[] endsBySpan(int[] numbers) {
        int[] ends = new int[spans.size() + 1];
        for (int number : numbers) {
            ends[spanOf(number)]++;
        }
        for (int i = 1; i < spans.size(); i++) {
            ends[i] += ends[i - 1];
        }
        ends[spans.size()] = numbers.length;
        return ends;
    }

    private int number(int row) {
        return order == null ? row : order[row];
    }

    private int spanOf(int number) {
        int found = Arrays.binarySearch(starts, number);
        return found >= 0 ? found : -found - 2;
    }
}
