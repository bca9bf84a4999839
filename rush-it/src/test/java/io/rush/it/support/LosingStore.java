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

/** Another store that loses replies: the server does what it is told, and nobody hears of it. */
public final class LosingStore implements RedisStore {
    private final RedisStore store;
    private final AtomicInteger toLose = new AtomicInteger();

    public LosingStore(RedisStore store) {
        this.store = store;
    }

    /** Loses the replies to so many commands that are sent one by one from now on. */
    public void loseNext(int replies) {
        toLose.set(replies);
    }

    @Override
    public RedisReply send(RedisCommand command) {
        RedisReply reply = store.send(command);
        if (toLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new StoreException(command.name(), true, "the reply was lost by the test", null);
        }
        return reply;
    }

    @Override
    public List<RedisReply> sendAll(List<RedisCommand> commands) {
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
