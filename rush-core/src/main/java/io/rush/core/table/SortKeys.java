package io.rush.core.table;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The cells of a column row by row, to sort rows by. Numbers are boxed only where a column mixes their types. For one thread. */
final class SortKeys {
    private final byte[] tags;
    private final double[] doubles;
    private final long[] longs;
    private final @Nullable Object[] objects;

    private SortKeys(int rows) {
        tags = new byte[rows];
        doubles = new double[rows];
        longs = new long[rows];
        objects = new @Nullable Object[rows];
    }

    static SortKeys read(CellSource source, Rows rows) {
        SortKeys keys = new SortKeys(rows.size());
        rows.forEachRun(run -> {
            Cells cells = run.cells(source);
            for (int i = 0; i < run.size(); i++) {
                keys.set(run.row(i), cells, run.slot(i));
            }
        });
        return keys;
    }

    private void set(int row, Cells cells, int slot) {
        byte tag = cells.tag(slot);
        tags[row] = tag;
        switch (tag) {
            case Cells.DOUBLE -> doubles[row] = cells.doubleAt(slot);
            case Cells.LONG -> longs[row] = cells.longAt(slot);
            case Cells.OBJECT -> objects[row] = cells.object(slot);
            default -> {}
        }
    }

    /** The rows in order; equal ones as they were. */
    int[] order(ValueOrder order) {
        int[] rows = IntStream.range(0, tags.length).toArray();
        MergeSort.sort(rows, (a, b) -> compare(a, b, order));
        return rows;
    }

    private int compare(int a, int b, ValueOrder order) {
        if (tags[a] == Cells.DOUBLE && tags[b] == Cells.DOUBLE) {
            return order.compareDoubles(doubles[a], doubles[b]);
        } else if (tags[a] == Cells.LONG && tags[b] == Cells.LONG) {
            return order.compareLongs(longs[a], longs[b]);
        }
        return order.compare(value(a), value(b));
    }

    private @Nullable Object value(int row) {
        return switch (tags[row]) {
            case Cells.DOUBLE -> (Object) doubles[row];
            case Cells.LONG -> (Object) longs[row];
            default -> objects[row];
        };
    }
}
