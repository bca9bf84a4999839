package io.rush.core.archive;

import io.rush.api.error.StoreException;
import io.rush.api.task.TaskState;
import io.rush.core.script.Arguments;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Script;
import io.rush.core.table.Chunk;
import io.rush.core.table.ChunkBuilder;
import io.rush.core.table.ColumnIndex;
import io.rush.core.table.DroppedPositions;
import io.rush.core.table.FieldResolver;
import io.rush.core.table.TablePart;
import io.rush.core.table.TaskBody;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The finished tasks of one life of a network, from its start or last reset to the next: full chunks in a cache, and a
 * tail that grows. For one thread at a time; what it hands out may be read by any thread.
 */
final class FinishedTasks {
    /** Stands for the first key of a network of which nothing is known. */
    static final String UNKNOWN = "";

    private static final String NOBODY = "";

    private final NetworkStore network;
    private final FieldResolver outsourced;
    private final ChunkCache cache;
    private ChunkBuilder tail;
    private volatile String firstKey;
    private int size;
    private DroppedPositions dropped = DroppedPositions.NONE;
    private ColumnIndex columns = ColumnIndex.EMPTY;

    /** @param firstKey what an earlier reader of the same life knows at position 0, or {@link #UNKNOWN} */
    FinishedTasks(NetworkStore network, FieldResolver outsourced, OptionalLong cacheLimitBytes, String firstKey) {
        this.network = network;
        this.outsourced = outsourced;
        this.tail = new ChunkBuilder(outsourced);
        this.firstKey = firstKey;
        this.cache = new ChunkCache(cacheLimitBytes, this::readAgain);
    }

    /** Key at position 0, or {@link #UNKNOWN}. */
    String firstKey() {
        return firstKey;
    }

    /** Number of tasks that were read, with those that were left out. */
    int size() {
        return size;
    }

    /**
     * Reads what came since.
     *
     * @param waiterId who is to be registered if nothing came; may be empty
     * @return false if the network was reset since; this object is of no use then
     */
    boolean refresh(String waiterId) {
        return accept(FinishedPage.of(network.run(Script.READ_FINISHED, next(waiterId))));
    }

    /** The arguments of the call that reads what comes next. */
    Arguments next(String waiterId) {
        return arguments(size, waiterId);
    }

    /** Takes in the answer to {@link #next} of the present size, and reads on if that was not all; as {@link #refresh}. */
    boolean accept(FinishedPage page) {
        if (page.isOfAnotherLife(firstKey)) {
            return false;
        }
        if (firstKey.isEmpty()) {
            firstKey = page.firstKey();
        }
        append(page.bodies());
        return size >= page.length() || readUpTo(page.length());
    }

    private FinishedPage read(int from) {
        return FinishedPage.of(network.run(Script.READ_FINISHED, arguments(from, NOBODY)));
    }

    private Arguments arguments(int from, String waiterId) {
        return FinishedPage.arguments(from, Chunk.CAPACITY - from % Chunk.CAPACITY, firstKey, waiterId);
    }

    private void append(List<TaskBody> bodies) {
        for (TaskBody body : bodies) {
            if (Drops.append(tail, body)) {
                dropped = dropped.with(size);
            }
            size++;
        }
        if (!bodies.isEmpty()) {
            settle();
        }
    }

    /** Reads whole chunks, several at a time; returns false if the network was reset since. */
    private boolean readUpTo(long length) {
        int first = size / Chunk.CAPACITY;
        int end = Math.toIntExact((length + Chunk.CAPACITY - 1) / Chunk.CAPACITY);
        return Readers.readInOrder(end - first, index -> readChunk(first + index), this::adopt);
    }

    private Optional<ReadChunk> readChunk(int index) {
        int from = index * Chunk.CAPACITY;
        FinishedPage page = read(from);
        return page.isOfAnotherLife(firstKey)
                ? Optional.empty()
                : Optional.of(ReadChunk.of(from, page.bodies(), outsourced));
    }

    /** Returns false if the chunk is missing or does not follow what was read so far: the network was reset then. */
    private boolean adopt(Optional<ReadChunk> read) {
        boolean follows = read.isPresent() && read.get().from() == size;
        if (follows) {
            tail = read.get().tasks();
            size += tail.size();
            dropped = dropped.withAll(read.get().dropped());
            settle();
        }
        return follows;
    }

    /** After the tail has grown: notes its columns, and hands it to the cache if it is full. */
    private void settle() {
        Chunk grown = tail.snapshot();
        int index = (size - 1) / Chunk.CAPACITY;
        columns = columns.with(index, grown);
        if (tail.isFull()) {
            cache.put(index, grown);
            tail = new ChunkBuilder(outsourced);
        }
    }

    /** The tasks from a position on, up to another. */
    TablePart part(int from, int to) {
        CachedChunks chunks = new CachedChunks(cache, size / Chunk.CAPACITY, tail.snapshot(), columns);
        return TablePart.of(chunks, from, to, dropped, TaskState.FINISHED);
    }

    private Chunk readAgain(int index) {
        int from = index * Chunk.CAPACITY;
        FinishedPage page = read(from);
        if (page.isOfAnotherLife(firstKey) || page.bodies().size() < Chunk.CAPACITY) {
            throw new StoreException(
                    "reading finished tasks again",
                    false,
                    "the network was reset after the table was fetched and the cache has dropped its rows; fetch it"
                            + " again, or raise cacheLimitBytes",
                    null);
        }
        ChunkBuilder chunk = new ChunkBuilder(outsourced);
        page.bodies().forEach(body -> Drops.append(chunk, body));
        return chunk.snapshot();
    }
}
