package io.rush.core.table;

/** Finds the cells of a table's column in each chunk. */
@FunctionalInterface
interface CellSource {
    CellSource KEYS = (span, chunk) -> new ComputedCells(chunk::key);
    CellSource STATES = (span, chunk) -> new ComputedCells(span::state);

    static CellSource stored(ColumnId id) {
        return (span, chunk) -> chunk.cells(id);
    }

    Cells in(Span span, Chunk chunk);
}
