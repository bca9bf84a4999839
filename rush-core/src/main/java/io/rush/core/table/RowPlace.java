package io.rush.core.table;

/** Where one row's cells are. Holds its chunk, so that the row stays readable whatever a cache evicts. */
record RowPlace(Span span, Chunk chunk, int slot) {
    String key() {
        return chunk.key(slot);
    }

    Cells cells(CellSource source) {
        return source.in(span, chunk);
    }
}
