package io.rush.core.table;

import org.jspecify.annotations.Nullable;

/**
 * Cells in arrays that later rows may share: slots beyond those of its chunk are never read. Slots beyond the arrays are
 * absent.
 */
final class StoredCells implements Cells {
    private final ColumnId id;
    private final byte[] tags;
    private final long[] bits;
    private final @Nullable Object[] objects;

    StoredCells(ColumnId id, byte[] tags, long[] bits, @Nullable Object[] objects) {
        this.id = id;
        this.tags = tags;
        this.bits = bits;
        this.objects = objects;
    }

    ColumnId id() {
        return id;
    }

    @Override
    public byte tag(int slot) {
        return slot < tags.length ? tags[slot] : ABSENT;
    }

    @Override
    public long bits(int slot) {
        return bits[slot];
    }

    @Override
    public Object object(int slot) {
        Object object = objects[slot];
        if (object == null) {
            throw new IllegalStateException("slot " + slot + " of " + id + " holds no object");
        }
        return object;
    }

    /** First slot from {@code from} and before {@code to} that is not absent, or {@code to}. */
    int firstPresent(int from, int to) {
        int slot = from;
        while (slot < to && tag(slot) == ABSENT) {
            slot++;
        }
        return slot;
    }
}
