package io.rush.core.table;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Maps the rows of a table to slots of chunks. Immutable and thread-safe; holds no chunk. What is needed to find one row
 * does not depend on their number; the list of spans is made when all rows are visited.
 *
 * <p>The spans' slots are numbered through. Rows are these numbers in order, or those that are listed.
 */
final class Rows {
    private final List<TablePart> parts;
    /** Number of each part's first row, and after the last part the number of all. */
    private final int[] partStarts;

    private final Lazy<Spans> spans;
    /** Number of each row's slot; null where that is the row itself. */
    private final int @Nullable [] order;

    private Rows(List<TablePart> parts, int[] partStarts, Lazy<Spans> spans, int @Nullable [] order) {
        this.parts = parts;
        this.partStarts = partStarts;
        this.spans = spans;
        this.order = order;
    }

    /** All positions of the parts but those that were dropped, in order. */
    static Rows of(List<TablePart> parts) {
        List<TablePart> filled = parts.stream().filter(part -> part.size() > 0).toList();
        int[] starts = new int[filled.size() + 1];
        for (int i = 0; i < filled.size(); i++) {
            starts[i + 1] = Math.addExact(starts[i], filled.get(i).size());
        }
        return new Rows(filled, starts, new Lazy<>(() -> Spans.of(filled)), null);
    }

    int size() {
        return order == null ? partStarts[parts.size()] : order.length;
    }

    List<Span> spans() {
        return spans.get().all();
    }

    /** The part that holds all these rows and begins at position 0, if it is one. */
    Optional<TablePart> fromStart() {
        return parts.size() == 1 && parts.get(0).from() == 0 ? Optional.of(parts.get(0)) : Optional.empty();
    }

    /** The given rows in their order. */
    Rows select(int[] rows) {
        return new Rows(
                parts, partStarts, spans, Arrays.stream(rows).map(this::number).toArray());
    }

    /**
     * Where a row is.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= row < size()}
     */
    RowPlace place(int row) {
        int number = number(Objects.checkIndex(row, size()));
        int found = Arrays.binarySearch(partStarts, number);
        int part = found >= 0 ? found : -found - 2;
        Span span = parts.get(part).spanAt(number - partStarts[part]);
        return new RowPlace(span, span.chunk(), span.firstSlot());
    }

    /** Visits every row once, span by span, so that a chunk is not asked for at each row. */
    void forEachRun(Consumer<Run> visitor) {
        if (order == null) {
            spans.get().forEachRun(visitor);
        } else {
            spans.get().forEachRun(order, visitor);
        }
    }

    private int number(int row) {
        return order == null ? row : order[row];
    }
}
