package io.rush.core.table;

import java.util.Optional;

/**
 * Gives the chunks of an archive by index. Thread-safe. A chunk may come from a cache that evicts, and may hold more tasks
 * than it did before.
 */
@FunctionalInterface
public interface ChunkSource {
    /**
     * The chunk that holds positions {@code index * Chunk.CAPACITY} and following; asked for only where a table has such
     * positions.
     *
     * @throws io.rush.api.error.StoreException if it must be read again and cannot be
     */
    Chunk chunk(int index);

    /** Where each column first occurs in all chunks, if that is known without looking at them. */
    default Optional<ColumnIndex> columns() {
        return Optional.empty();
    }
}
