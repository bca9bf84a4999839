package io.rush.store.jedis;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Redis through Jedis' connections: one call is one write and one read. Thread-safe. */
final class JedisStore implements RedisStore {
    /** What a blocking command's reply may take at most beyond the time the command itself may block. */
    private static final Duration LONGEST_GRACE = Duration.ofSeconds(5);

    private final Route route;
    private final Places places;
    private final Duration grace;
    private final Subscriptions subscriptions;
    private final String name;

    private JedisStore(Route route, Places places, Duration patience, String name) {
        this.route = route;
        this.places = places;
        this.grace = patience.compareTo(LONGEST_GRACE) < 0 ? patience : LONGEST_GRACE;
        this.subscriptions = new Subscriptions(route.listening());
        this.name = name;
    }

    /**
     * Proves that the way can be gone.
     *
     * @param connections how many commands that do not block are under way at most; threads beyond them take turns
     * @param patience how long they wait for their turn, and everybody for a reply
     * @throws StoreException if it cannot
     */
    static JedisStore over(Route route, int connections, Duration patience, String name) {
        boolean open = false;
        try {
            route.warm();
            open = true;
            return new JedisStore(route, new Places(connections, patience, route.failures()), patience, name);
        } finally {
            if (!open) {
                route.close();
            }
        }
    }

    @Override
    public RedisReply send(RedisCommand command) {
        return places.occupy(command.name(), () -> route.send(command));
    }

    @Override
    public List<RedisReply> sendAll(List<RedisCommand> commands) {
        if (commands.isEmpty()) {
            return List.of();
        }
        String operation = commands.get(0).name() + " in a pipeline of " + commands.size();
        return places.occupy(operation, () -> route.sendAll(operation, commands));
    }

    @Override
    public RedisReply sendBlocking(RedisCommand command, Duration patience) throws InterruptedException {
        RedisReply reply = block(command.name(), List.of(command), patience).get(0);
        if (reply instanceof RedisReply.Failure failure) {
            throw route.failures().refused(command.name(), failure.message(), null);
        }
        // What Redis has handed out must reach the caller; the interrupt then waits for the next call.
        if (reply.isNil()) {
            failIfInterrupted(command.name());
        }
        return reply;
    }

    @Override
    public List<RedisReply> sendBlocking(RedisCommand blocking, RedisCommand next, Duration patience)
            throws InterruptedException {
        return block(blocking.name() + " and " + next.name(), List.of(blocking, next), patience);
    }

    private List<RedisReply> block(String operation, List<RedisCommand> commands, Duration patience)
            throws InterruptedException {
        failIfInterrupted(operation);
        try {
            return route.block(operation, commands, Millis.of(patience.plus(grace)));
        } catch (StoreException failed) {
            // A virtual thread's socket breaks when the thread is interrupted.
            failIfInterrupted(operation);
            throw failed;
        }
    }

    private static void failIfInterrupted(String operation) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted in the blocking command " + operation);
        }
    }

    @Override
    public RedisSubscription subscribe(String channel, Consumer<byte[]> listener) {
        return subscriptions.start(channel, listener);
    }

    @Override
    public void close() {
        route.close();
        subscriptions.close();
    }

    @Override
    public String toString() {
        return "Jedis store on " + name;
    }
}
