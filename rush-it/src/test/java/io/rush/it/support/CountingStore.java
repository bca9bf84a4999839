package io.rush.it.support;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Counts the round trips of another store: a flush of many commands is one. */
public final class CountingStore implements RedisStore {
    private final RedisStore counted;
    private final AtomicInteger roundTrips = new AtomicInteger();

    public CountingStore(RedisStore counted) {
        this.counted = counted;
    }

    /** Round trips while something is done. */
    public int during(Runnable work) {
        int before = roundTrips.get();
        work.run();
        return roundTrips.get() - before;
    }

    @Override
    public RedisReply send(RedisCommand command) {
        roundTrips.incrementAndGet();
        return counted.send(command);
    }

    @Override
    public List<RedisReply> sendAll(List<RedisCommand> commands) {
        roundTrips.incrementAndGet();
        return counted.sendAll(commands);
    }

    @Override
    public RedisReply sendBlocking(RedisCommand command, Duration patience) throws InterruptedException {
        roundTrips.incrementAndGet();
        return counted.sendBlocking(command, patience);
    }

    @Override
    public RedisSubscription subscribe(String channel, Consumer<byte[]> listener) {
        return counted.subscribe(channel, listener);
    }

    @Override
    public void close() {
        counted.close();
    }
}
