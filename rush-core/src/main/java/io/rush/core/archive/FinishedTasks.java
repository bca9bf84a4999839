package io.rush.core.archive;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisReply;
import io.rush.api.task.TaskState;
import io.rush.core.script.Arguments;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Script;
import io.rush.core.table.Chunk;
import io.rush.core.table.ChunkBuilder;
import io.rush.core.table.ChunkSource;
import io.rush.core.table.DroppedPositions;
import io.rush.core.table.TablePart;
import io.rush.core.table.TaskBody;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The finished tasks of one life of a network, from its start or last reset to the next: full chunks in a cache, and a
 * tail that grows. For one thread at a time; what it hands out may be read by any thread.
 */
final class FinishedTasks {
    private static final int PAGES_A_FLUSH = 16;
    /** Stands for the first key of a network of which nothing is known. */
    static final String UNKNOWN = "";

    private static final String NOBODY = "";

    private final NetworkStore network;
    private final ChunkCache cache;
    private ChunkBuilder tail = new ChunkBuilder();
    private volatile String firstKey;
    private int size;
    private DroppedPositions dropped = DroppedPositions.NONE;

    /** @param firstKey what an earlier reader of the same life knows at position 0, or {@link #UNKNOWN} */
    FinishedTasks(NetworkStore network, OptionalLong cacheLimitBytes, String firstKey) {
        this.network = network;
        this.firstKey = firstKey;
        this.cache = new ChunkCache(cacheLimitBytes, this::readChunk);
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
        FinishedPage page = read(size, waiterId);
        if (page.isOfAnotherLife(firstKey)) {
            return false;
        }
        append(page);
        while (size < page.length()) {
            for (FinishedPage next : readAhead(page.length())) {
                if (next.isOfAnotherLife(firstKey)) {
                    return false;
                }
                append(next);
            }
        }
        return true;
    }

    private FinishedPage read(int from, String waiterId) {
        return FinishedPage.of(network.run(Script.READ_FINISHED, arguments(from, waiterId)));
    }

    private Arguments arguments(int from, String waiterId) {
        return FinishedPage.arguments(from, Chunk.CAPACITY - from % Chunk.CAPACITY, firstKey, waiterId);
    }

    private List<FinishedPage> readAhead(long length) {
        List<Arguments> calls = new ArrayList<>();
        for (long from = size;
                from < length && calls.size() < PAGES_A_FLUSH;
                from += Chunk.CAPACITY - from % Chunk.CAPACITY) {
            calls.add(arguments(Math.toIntExact(from), NOBODY));
        }
        List<RedisReply> replies = network.runAll(Script.READ_FINISHED, calls);
        return replies.stream().map(FinishedPage::of).toList();
    }

    private void append(FinishedPage page) {
        if (firstKey.isEmpty()) {
            firstKey = page.firstKey();
        }
        for (TaskBody body : page.bodies()) {
            if (Drops.append(tail, body)) {
                dropped = dropped.with(size);
            }
            size++;
            if (tail.isFull()) {
                cache.put(size / Chunk.CAPACITY - 1, tail.snapshot());
                tail = new ChunkBuilder();
            }
        }
    }

    /** The tasks from a position on, up to another. */
    TablePart part(int from, int to) {
        int tailIndex = size / Chunk.CAPACITY;
        Chunk lastChunk = tail.snapshot();
        ChunkSource source = index -> index == tailIndex ? lastChunk : cache.get(index);
        return TablePart.of(source, from, to, dropped, TaskState.FINISHED);
    }

    private Chunk readChunk(int index) {
        FinishedPage page = read(index * Chunk.CAPACITY, NOBODY);
        if (page.isOfAnotherLife(firstKey) || page.bodies().size() < Chunk.CAPACITY) {
            throw new StoreException(
                    "reading finished tasks again",
                    false,
                    "the network was reset after the table was fetched and the cache has dropped its rows; fetch it"
                            + " again, or raise cacheLimitBytes",
                    null);
        }
        ChunkBuilder chunk = new ChunkBuilder();
        page.bodies().forEach(chunk::append);
        return chunk.snapshot();
    }
}
