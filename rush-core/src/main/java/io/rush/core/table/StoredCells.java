package io.rush.core.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cells in arrays that later rows may share: slots beyond those of its chunk are never read. Slots beyond the arrays are
 * absent.
 */
final class StoredCells implements Cells {
    private static final byte[] ALL_DOUBLES = filled(DOUBLE);
    private static final byte[] ALL_LONGS = filled(LONG);

    private final ColumnId id;
    private final byte[] tags;
    private final double[] doubles;
    private final long[] longs;
    private final @Nullable Object[] objects;

    StoredCells(ColumnId id, byte[] tags, double[] doubles, long[] longs, @Nullable Object[] objects) {
        this.id = id;
        this.tags = tags;
        this.doubles = doubles;
        this.longs = longs;
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
    public double doubleAt(int slot) {
        return doubles[slot];
    }

    @Override
    public long longAt(int slot) {
        return longs[slot];
    }

    @Override
    public Object object(int slot) {
        Object object = objects[slot];
        if (object == null) {
            throw new IllegalStateException("slot " + slot + " of " + id + " holds no object");
        }
        return object;
    }

    @Override
    public boolean copyDoubles(int slot, double[] target, int at, int number) {
        boolean all = isAll(ALL_DOUBLES, slot, number);
        if (all) {
            System.arraycopy(doubles, slot, target, at, number);
        }
        return all;
    }

    @Override
    public boolean copyLongs(int slot, long[] target, int at, int number) {
        boolean all = isAll(ALL_LONGS, slot, number);
        if (all) {
            System.arraycopy(longs, slot, target, at, number);
        }
        return all;
    }

    /** First slot from {@code from} and before {@code to} that is not absent, or {@code to}. */
    int firstPresent(int from, int to) {
        int slot = from;
        while (slot < to && tag(slot) == ABSENT) {
            slot++;
        }
        return slot;
    }

    private boolean isAll(byte[] expected, int slot, int number) {
        return slot + number <= tags.length && Arrays.equals(tags, slot, slot + number, expected, 0, number);
    }

    private static byte[] filled(byte tag) {
        byte[] tags = new byte[Chunk.CAPACITY];
        Arrays.fill(tags, tag);
        return tags;
    }
}
