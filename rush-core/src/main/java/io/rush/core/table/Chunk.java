package io.rush.core.table;

import java.util.List;

/**
 * Up to {@value #CAPACITY} decoded tasks in columns. Immutable and thread-safe, even while its builder appends: later rows
 * land beyond its size, where it never looks.
 *
 * <p>A task that could not be decoded keeps its slot, so that position {@code p} of an archive is always slot {@code p %
 * CAPACITY} of chunk {@code p / CAPACITY}; tables leave it out, see {@link DroppedPositions}.
 */
public final class Chunk {
    /** Number of slots; a power of two. */
    public static final int CAPACITY = 1024;

    private final String[] keys;
    private final int size;
    private final ChunkColumns columns;
    private final long weightInBytes;

    Chunk(String[] keys, int size, ChunkColumns columns, long weightInBytes) {
        this.keys = keys;
        this.size = size;
        this.columns = columns;
        this.weightInBytes = weightInBytes;
    }

    /** Number of tasks, dropped ones included. */
    public int size() {
        return size;
    }

    /** Key of the task in a slot. */
    public String key(int slot) {
        return keys[slot];
    }

    /** An estimate of the heap it takes, for a cache that weighs its entries. */
    public long weightInBytes() {
        return weightInBytes;
    }

    /** The columns that occur, in order of first appearance. */
    List<StoredCells> columns() {
        return columns.inOrder();
    }

    Cells cells(ColumnId id) {
        Cells cells = columns.byId().get(id);
        return cells == null ? NoCells.INSTANCE : cells;
    }
}
