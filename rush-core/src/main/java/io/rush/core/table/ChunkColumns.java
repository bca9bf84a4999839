package io.rush.core.table;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of a chunk: in order of first appearance, and by id. Immutable. */
record ChunkColumns(List<StoredCells> inOrder, Map<ColumnId, StoredCells> byId) {
    static final ChunkColumns NONE = ChunkColumns.of(List.of());

    static ChunkColumns of(List<StoredCells> columns) {
        return new ChunkColumns(
                columns, columns.stream().collect(Collectors.toUnmodifiableMap(StoredCells::id, Function.identity())));
    }
}
