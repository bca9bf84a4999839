package io.rush.bench.floor;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Another store that remembers what rush sends, so that the bare client sends the same. Thread-safe; blocking commands
 * are not remembered.
 */
public final class RecordingStore implements RedisStore {
    private final RedisStore store;
    private final List<List<RedisCommand>> flushes = new ArrayList<>();

    /** Records what goes to {@code store}, which is closed with this one. */
    public RecordingStore(RedisStore store) {
        this.store = store;
    }

    /** What was sent since the last call, flush by flush. */
    public synchronized List<List<RedisCommand>> takeFlushes() {
        List<List<RedisCommand>> taken = List.copyOf(flushes);
        flushes.clear();
        return taken;
    }

    /** The one command that was sent since the last call. */
    public RedisCommand takeCommand() {
        List<List<RedisCommand>> taken = takeFlushes();
        if (taken.size() != 1 || taken.get(0).size() != 1) {
            throw new IllegalStateException("rush sent " + taken + " where one command was expected");
        }
        return taken.get(0).get(0);
    }

    private synchronized void remember(List<RedisCommand> flush) {
        flushes.add(flush);
    }

    @Override
    public RedisReply send(RedisCommand command) {
        remember(List.of(command));
        return store.send(command);
    }

    @Override
    public List<RedisReply> sendAll(List<RedisCommand> commands) {
        remember(List.copyOf(commands));
        return store.sendAll(commands);
    }

    @Override
    public RedisReply sendBlocking(RedisCommand command, Duration patience) throws InterruptedException {
        return store.sendBlocking(command, patience);
    }

    @Override
    public RedisSubscription subscribe(String channel, Consumer<byte[]> listener) {
        return store.subscribe(channel, listener);
    }

    @Override
    public void close() {
        store.close();
    }
}
