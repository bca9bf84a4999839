package io.rush.core.archive;

import io.rush.core.table.Chunk;
import io.rush.core.table.ChunkSource;
import io.rush.core.table.ColumnIndex;
import java.util.Optional;

/**
 * The chunks of a table of finished tasks: the full ones of the cache and a last one that is not full.
 *
 * @param tail the last one, as it was when the table was made
 */
record CachedChunks(ChunkCache cache, int tailIndex, Chunk tail, ColumnIndex index) implements ChunkSource {
    @Override
    public Chunk chunk(int chunkIndex) {
        return chunkIndex == tailIndex ? tail : cache.get(chunkIndex);
    }

    @Override
    public Optional<ColumnIndex> columns() {
        return Optional.of(index);
    }
}
