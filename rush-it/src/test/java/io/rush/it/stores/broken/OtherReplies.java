package io.rush.it.stores.broken;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** A store that brings something else than what Redis answered. */
final class OtherReplies extends Delegate {
    private final UnaryOperator<RedisReply> change;

    OtherReplies(RedisStore sound, UnaryOperator<RedisReply> change) {
        super(sound);
        this.change = change;
    }

    @Override
    public RedisReply send(RedisCommand command) {
        return changed(sound.send(command));
    }

    @Override
    public List<RedisReply> sendAll(List<RedisCommand> commands) {
        return changed(sound.sendAll(commands));
    }

    @Override
    public RedisReply sendBlocking(RedisCommand command, Duration patience) throws InterruptedException {
        return changed(sound.sendBlocking(command, patience));
    }

    @Override
    public List<RedisReply> sendBlocking(RedisCommand blocking, RedisCommand next, Duration patience)
            throws InterruptedException {
        return changed(sound.sendBlocking(blocking, next, patience));
    }

    private List<RedisReply> changed(List<RedisReply> replies) {
        return replies.stream().map(this::changed).toList();
    }

    private RedisReply changed(RedisReply reply) {
        return reply instanceof RedisReply.Array array
                ? change.apply(new RedisReply.Array(changed(array.elements())))
                : change.apply(reply);
    }
}
