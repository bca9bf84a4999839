package io.rush.core.archive;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rush.core.table.Chunk;
import java.util.OptionalLong;
import java.util.function.IntFunction;

/** The full chunks of an archive by index; those that were evicted are read again. Thread-safe. */
final class ChunkCache {
    private final Cache<Integer, Chunk> chunks;
    private final IntFunction<Chunk> reader;

    /**
     * A cache without chunks.
     *
     * @param limitBytes weight at which chunks are evicted; empty for none
     * @param reader reads a chunk that is not there any more
     */
    ChunkCache(OptionalLong limitBytes, IntFunction<Chunk> reader) {
        Caffeine<Object, Object> builder = Caffeine.newBuilder();
        this.chunks = limitBytes.isPresent()
                ? builder.maximumWeight(limitBytes.getAsLong())
                        .weigher((Integer index, Chunk chunk) ->
                                (int) Math.min(Integer.MAX_VALUE, chunk.weightInBytes()))
                        .executor(Runnable::run)
                        .build()
                : builder.build();
        this.reader = reader;
    }

    void put(int index, Chunk chunk) {
        chunks.put(index, chunk);
    }

    Chunk get(int index) {
        Chunk cached = chunks.getIfPresent(index);
        if (cached == null) {
            cached = reader.apply(index);
            chunks.put(index, cached);
        }
        return cached;
    }
}
