package io.rush.it.support;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Lets something happen before one of the commands that another store sends; those behind it wait. */
public final class InterveningStore implements RedisStore {
    private final RedisStore sender;
    private int callsLeft;
    private Runnable event = () -> {};

    public InterveningStore(RedisStore sender) {
        this.sender = sender;
    }

    /** Before the n-th command from now on, counted from 1, something happens once. */
    public synchronized void beforeCall(int number, Runnable what) {
        callsLeft = number;
        event = what;
    }

    private synchronized void count() {
        if (--callsLeft == 0) {
            event.run();
        }
    }

    @Override
    public RedisReply send(RedisCommand command) {
        count();
        return sender.send(command);
    }

    @Override
    public List<RedisReply> sendAll(List<RedisCommand> commands) {
        count();
        return sender.sendAll(commands);
    }

    @Override
    public RedisReply sendBlocking(RedisCommand command, Duration patience) throws InterruptedException {
        count();
        return sender.sendBlocking(command, patience);
    }

    @Override
    public RedisSubscription subscribe(String channel, Consumer<byte[]> listener) {
        return sender.subscribe(channel, listener);
    }

    @Override
    public void close() {
        sender.close();
    }
}
