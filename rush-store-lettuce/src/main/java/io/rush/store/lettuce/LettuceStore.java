package io.rush.store.lettuce;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Redis through Lettuce's connections: one that all threads share for what is short, others for what is long, blocks or
 * listens. Thread-safe.
 */
final class LettuceStore implements RedisStore {
    /** Connections for what is long; threads beyond them wait for their turn. Redis serves one at a time anyway. */
    static final int MAX_LONG = 8;

    private final LineOpener opener;
    private final Duration patience;
    private final Traffic traffic = new Traffic();
    private final SharedLine shared;
    private final LinePool pool;
    private final Speaker shortly;
    private final Speaker atLength;
    private final Places places;
    private final BlockingCalls blockingCalls;
    private final Subscriptions subscriptions;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LettuceStore(LineOpener opener) {
        this.opener = opener;
        this.patience = opener.config().commandTimeout();
        this.shared = new SharedLine(opener);
        this.pool = new LinePool(opener);
        this.shortly = new Speaker(shared, opener.failures());
        this.atLength = new Speaker(pool, opener.failures());
        this.places = new Places(MAX_LONG, patience, opener.failures());
        this.blockingCalls = new BlockingCalls(opener, shortly);
        this.subscriptions = new Subscriptions(opener);
    }

    /**
     * Opens the first connection.
     *
     * @throws StoreException if that fails
     */
    static LettuceStore open(LineOpener opener) {
        try {
            return new LettuceStore(opener);
        } catch (StoreException failed) {
            opener.close();
            throw failed;
        }
    }

    @Override
    public RedisReply send(RedisCommand command) {
        Message message = new Message(command.name(), List.of(command), patience);
        Arrival arrival = traffic.isShort(command) ? shortly.say(message) : sayAtLength(message);
        traffic.learn(command, arrival.bytes());
        return accepted(command, arrival.replies().get(0));
    }

    private Arrival sayAtLength(Message message) {
        return places.occupy(message.operation(), () -> atLength.say(message));
    }

    private RedisReply accepted(RedisCommand command, RedisReply reply) {
        if (reply instanceof RedisReply.Failure refused) {
            throw opener.failures().refused(command.name(), refused.message());
        }
        return reply;
    }

    @Override
    public List<RedisReply> sendAll(List<RedisCommand> commands) {
        if (commands.isEmpty()) {
            return List.of();
        }
        List<RedisCommand> few = traffic.ifShort(commands);
        return few.isEmpty() ? sendMany(commands) : sendFew(few);
    }

    private List<RedisReply> sendFew(List<RedisCommand> commands) {
        return shortly.say(new Message(pipeline(commands.get(0), commands.size()), commands, patience))
                .replies();
    }

    private List<RedisReply> sendMany(List<RedisCommand> commands) {
        return sayAtLength(new Message(pipeline(commands.get(0), commands.size()), commands, patience))
                .replies();
    }

    private static String pipeline(RedisCommand first, int size) {
        return first.name() + " in a pipeline of " + size;
    }

    @Override
    public RedisReply sendBlocking(RedisCommand command, Duration atMost) throws InterruptedException {
        RedisReply reply = accepted(
                command,
                blockingCalls.run(command.name(), List.of(command), atMost).get(0));
        // What Redis has handed out must reach the caller; the interrupt then waits for the next call.
        if (reply.isNil()) {
            BlockingCalls.failIfInterrupted(command.name());
        }
        return reply;
    }

    @Override
    public List<RedisReply> sendBlocking(RedisCommand blocking, RedisCommand next, Duration atMost)
            throws InterruptedException {
        return blockingCalls.run(blocking.name() + " and " + next.name(), List.of(blocking, next), atMost);
    }

    @Override
    public RedisSubscription subscribe(String channel, Consumer<byte[]> listener) {
        return subscriptions.start(channel, listener);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            shared.close();
            pool.close();
            blockingCalls.close();
            subscriptions.close();
            opener.close();
        }
    }

    @Override
    public String toString() {
        return "Lettuce store on " + opener.config();
    }
}
