package io.rush.it.support;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Another store, cut off after a number of round trips, as if its process had died then. */
public final class BreakingStore implements RedisStore {
    private final RedisStore store;
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    public BreakingStore(RedisStore store) {
        this.store = store;
    }

    /** Lets so many round trips through from now on. */
    public void breakAfter(int roundTrips) {
        left.set(roundTrips);
    }

    private void pass(String operation) {
        if (left.getAndDecrement() <= 0) {
            throw new StoreException(operation, false, "cut off by the test", null);
        }
    }

    @Override
    public RedisReply send(RedisCommand command) {
        pass(command.name());
        return store.send(command);
    }

    @Override
    public List<RedisReply> sendAll(List<RedisCommand> commands) {
        pass("a flush");
        return store.sendAll(commands);
    }

    @Override
    public RedisReply sendBlocking(RedisCommand command, Duration patience) throws InterruptedException {
        pass(command.name());
        return store.sendBlocking(command, patience);
    }

    @Override
    public RedisSubscription subscribe(String channel, Consumer<byte[]> listener) {
        pass("SUBSCRIBE");
        return store.subscribe(channel, listener);
    }

    @Override
    public void close() {
        store.close();
    }
}
