package io.rush.core.table;

import java.util.Optional;

/** Where one row's cells are. Holds its chunk, so that the row stays readable whatever a cache evicts. */
record RowPlace(Span span, Chunk chunk, int slot) {
    String key() {
        return chunk.key(slot);
    }

    Cells cells(CellSource source) {
        return source.in(span, chunk);
    }

    /** A value that the caller may do anything with, or empty where the cell is absent or null. */
    Optional<Object> value(CellSource source) {
        return CellValues.at(cells(source), slot);
    }
}
