package io.rush.core.table;

import io.rush.api.task.TaskField;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Grows the cells of one column by appending. An array that must grow is replaced, never changed where a snapshot can
 * see it, so that snapshots stay as they are. For one thread.
 */
final class ColumnBuilder {
    private static final int FIRST_CAPACITY = 16;
    private static final int NEVER = -1;

    private final ColumnId id;
    private byte[] tags = {};
    private double[] doubles = {};
    private long[] longs = {};
    private @Nullable Object[] objects = {};
    private @Nullable StoredCells frozen;
    private int lastStaged = NEVER;

    ColumnBuilder(ColumnId id) {
        this.id = id;
    }

    /** Whether the slot is staged for the first time; a damaged body may name a value twice. */
    boolean stage(int slot) {
        boolean first = lastStaged != slot;
        lastStaged = slot;
        return first;
    }

    /** Takes back {@link #stage}. */
    void unstage() {
        lastStaged = NEVER;
    }

    String name() {
        return id.name();
    }

    boolean isEmpty() {
        return tags.length == 0;
    }

    void setDouble(int slot, double number) {
        if (slot >= doubles.length) {
            doubles = Arrays.copyOf(doubles, capacityFor(slot));
            frozen = null;
        }
        doubles[slot] = number;
        setTag(slot, Cells.DOUBLE);
    }

    void setLong(int slot, long number) {
        if (slot >= longs.length) {
            longs = Arrays.copyOf(longs, capacityFor(slot));
            frozen = null;
        }
        longs[slot] = number;
        setTag(slot, Cells.LONG);
    }

    void setObject(int slot, Object object) {
        if (slot >= objects.length) {
            objects = Arrays.copyOf(objects, capacityFor(slot));
            frozen = null;
        }
        objects[slot] = object;
        setTag(slot, Cells.OBJECT);
    }

    void setTag(int slot, byte tag) {
        if (slot >= tags.length) {
            tags = Arrays.copyOf(tags, capacityFor(slot));
            frozen = null;
        }
        tags[slot] = tag;
    }

    /** Whether no array was replaced since {@link #freeze}. */
    boolean isFrozen() {
        return frozen != null;
    }

    /** Estimated heap of one of its objects; the few worker ids are shared by all rows. */
    long weightOf(Object object) {
        return id.field() == TaskField.WORKER_ID ? 0 : Weights.of(object);
    }

    StoredCells freeze() {
        StoredCells cells = frozen;
        if (cells == null) {
            cells = new StoredCells(id, tags, doubles, longs, objects);
            frozen = cells;
        }
        return cells;
    }

    long weightInBytes() {
        return 2L * Weights.ARRAY * 2
                + tags.length
                + (long) doubles.length * Double.BYTES
                + (long) longs.length * Long.BYTES
                + (long) objects.length * Weights.REFERENCE;
    }

    /** The next power of two; a chunk's length is one. */
    private static int capacityFor(int slot) {
        return Math.max(FIRST_CAPACITY, Integer.highestOneBit(slot) << 1);
    }
}
