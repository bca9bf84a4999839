package io.rush.core.table;

/**
 * The rows of a table that stand in one chunk, for a loop over them: the n-th has a row of the table and a slot of the
 * chunk.
 */
final class Run {
    private final Span span;
    private final Chunk chunk;
    private final int[] rows;
    private final int[] slots;
    private final int first;
    private final int size;

    /** Rows in the order of the slots, the first of which is {@code first}. */
    static Run consecutive(Span span, int first) {
        return new Run(span, new int[0], new int[0], first, span.length());
    }

    /** Rows and slots listed from index {@code first} on. */
    static Run listed(Span span, int[] rows, int[] slots, int first, int size) {
        return new Run(span, rows, slots, first, size);
    }

    private Run(Span span, int[] rows, int[] slots, int first, int size) {
        this.span = span;
        this.chunk = span.chunk();
        this.rows = rows;
        this.slots = slots;
        this.first = first;
        this.size = size;
    }

    int size() {
        return size;
    }

    int row(int i) {
        return rows.length == 0 ? first + i : rows[first + i];
    }

    int slot(int i) {
        return rows.length == 0 ? span.firstSlot() + i : slots[first + i];
    }

    /** Copies the cells to their rows at once if rows are consecutive and all cells are doubles; returns whether they are. */
    boolean copyDoubles(Cells cells, double[] target) {
        return rows.length == 0 && cells.copyDoubles(span.firstSlot(), target, first, size);
    }

    /** Copies the cells to their rows at once if rows are consecutive and all cells are longs; returns whether they are. */
    boolean copyLongs(Cells cells, long[] target) {
        return rows.length == 0 && cells.copyLongs(span.firstSlot(), target, first, size);
    }

    String key(int i) {
        return chunk.key(slot(i));
    }

    Cells cells(CellSource source) {
        return source.in(span, chunk);
    }
}
