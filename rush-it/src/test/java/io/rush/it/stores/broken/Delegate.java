package io.rush.it.stores.broken;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Does what a sound store does, until somebody overrides it. */
class Delegate implements RedisStore {
    final RedisStore sound;

    Delegate(RedisStore sound) {
        this.sound = sound;
    }

    @Override
    public RedisReply send(RedisCommand command) {
        return sound.send(command);
    }

    @Override
    public List<RedisReply> sendAll(List<RedisCommand> commands) {
        return sound.sendAll(commands);
    }

    @Override
    public RedisReply sendBlocking(RedisCommand command, Duration patience) throws InterruptedException {
        return sound.sendBlocking(command, patience);
    }

    @Override
    public List<RedisReply> sendBlocking(RedisCommand blocking, RedisCommand next, Duration patience)
            throws InterruptedException {
        return sound.sendBlocking(blocking, next, patience);
    }

    @Override
    public RedisSubscription subscribe(String channel, Consumer<byte[]> listener) {
        return sound.subscribe(channel, listener);
    }

    @Override
    public void close() {
        sound.close();
    }

    @Override
    public String toString() {
        return sound.toString();
    }
}
