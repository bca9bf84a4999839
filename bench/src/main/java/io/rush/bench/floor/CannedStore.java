package io.rush.bench.floor;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A store that answers out of its memory, so that what is measured is rush alone. It first passes commands on and keeps
 * the replies; once canned, it gives the last reply to a command that counts as the same. For one thread.
 */
public final class CannedStore implements RedisStore {
    private final RedisStore store;
    private final Function<RedisCommand, ByteBuffer> identity;
    private final Map<ByteBuffer, RedisReply> replies = new HashMap<>();
    private boolean canned;

    private CannedStore(RedisStore store, Function<RedisCommand, ByteBuffer> identity) {
        this.store = store;
        this.identity = identity;
    }

    /** Commands are the same where all their arguments are. */
    public static CannedStore byArguments(RedisStore store) {
        return new CannedStore(store, command -> ByteBuffer.wrap(Resp.bytes(command)));
    }

    /** Commands are the same where they call the same script. */
    public static CannedStore byScript(RedisStore store) {
        return new CannedStore(
                store, command -> ByteBuffer.wrap(command.arguments().get(0)));
    }

    /** Whether it answers out of its memory from now on. */
    public void setCanned(boolean value) {
        canned = value;
    }

    @Override
    public RedisReply send(RedisCommand command) {
        return canned ? recall(command) : remember(command, store.send(command));
    }

    @Override
    public List<RedisReply> sendAll(List<RedisCommand> commands) {
        if (canned) {
            return commands.stream().map(this::recall).toList();
        }
        List<RedisReply> received = store.sendAll(commands);
        for (int i = 0; i < received.size(); i++) {
            remember(commands.get(i), received.get(i));
        }
        return received;
    }

    private RedisReply remember(RedisCommand command, RedisReply reply) {
        replies.put(identity.apply(command), reply);
        return reply;
    }

    private RedisReply recall(RedisCommand command) {
        RedisReply reply = replies.get(identity.apply(command));
        if (reply == null) {
            throw new IllegalStateException("nothing is known of the command " + command);
        }
        return reply;
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
