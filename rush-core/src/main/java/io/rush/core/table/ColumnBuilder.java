package io.rush.core.table;

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
    private long[] bits = {};
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

    boolean isEmpty() {
        return tags.length == 0;
    }

    void setNumber(int slot, byte tag, long number) {
        if (slot >= bits.length) {
            bits = Arrays.copyOf(bits, capacityFor(slot));
            frozen = null;
        }
        bits[slot] = number;
        setTag(slot, tag);
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

    StoredCells freeze() {
        StoredCells cells = frozen;
        if (cells == null) {
            cells = new StoredCells(id, tags, bits, objects);
            frozen = cells;
        }
        return cells;
    }

    long weightInBytes() {
        return 2L * Weights.ARRAY * 2
                + tags.length
                + (long) bits.length * Long.BYTES
                + (long) objects.length * Weights.REFERENCE;
    }

    /** The next power of two; a chunk's length is one. */
    private static int capacityFor(int slot) {
        return Math.max(FIRST_CAPACITY, Integer.highestOneBit(slot) << 1);
    }
}
