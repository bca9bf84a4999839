package io.rush.it.logs;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Another store, which can refuse whatever the thread sends that writes a log. */
final class LogRefusingStore implements RedisStore {
    private final RedisStore store;
    private final boolean retryable;
    private final CountDownLatch refused = new CountDownLatch(2);
    private volatile boolean refuses;

    LogRefusingStore(RedisStore store, boolean retryable) {
        this.store = store;
        this.retryable = retryable;
    }

    void refuse(boolean value) {
        refuses = value;
    }

    /** Waits until it has refused more than once. */
    void awaitRefusal() throws InterruptedException {
        refused.await();
    }

    @Override
    public RedisReply send(RedisCommand command) {
        if (refuses && Thread.currentThread().getName().equals("rush-log")) {
            refused.countDown();
            throw new StoreException(command.name(), retryable, "refused by the test", null);
        }
        return store.send(command);
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
