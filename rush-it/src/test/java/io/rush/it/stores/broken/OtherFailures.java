package io.rush.it.stores.broken;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A store that says something else than what went wrong. */
final class OtherFailures extends Delegate {
    private final UnaryOperator<StoreException> change;

    OtherFailures(RedisStore sound, UnaryOperator<StoreException> change) {
        super(sound);
        this.change = change;
    }

    @Override
    public RedisReply send(RedisCommand command) {
        try {
            return sound.send(command);
        } catch (StoreException failure) {
            throw change.apply(failure);
        }
    }

    @Override
    public List<RedisReply> sendAll(List<RedisCommand> commands) {
        try {
            return sound.sendAll(commands);
        } catch (StoreException failure) {
            throw change.apply(failure);
        }
    }

    @Override
    public RedisReply sendBlocking(RedisCommand command, Duration patience) throws InterruptedException {
        try {
            return sound.sendBlocking(command, patience);
        } catch (StoreException failure) {
            throw change.apply(failure);
        }
    }

    @Override
    public List<RedisReply> sendBlocking(RedisCommand blocking, RedisCommand next, Duration patience)
            throws InterruptedException {
        try {
            return sound.sendBlocking(blocking, next, patience);
        } catch (StoreException failure) {
            throw change.apply(failure);
        }
    }

    @Override
    public RedisSubscription subscribe(String channel, Consumer<byte[]> listener) {
        try {
            return sound.subscribe(channel, listener);
        } catch (StoreException failure) {
            throw change.apply(failure);
        }
    }
}
