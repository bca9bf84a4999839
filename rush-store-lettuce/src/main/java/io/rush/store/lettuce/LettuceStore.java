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

/** Redis through Lettuce's connections. Thread-safe. */
final class LettuceStore implements RedisStore {
    private final Route route;
    private final Switchboard switchboard;
    private final Places places;
    private final Subscriptions subscriptions;
    private final String name;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LettuceStore(Route route, Switchboard switchboard, Places places, String name) {
        this.route = route;
        this.switchboard = switchboard;
        this.places = places;
        this.subscriptions = new Subscriptions(route.listening());
        this.name = name;
    }

    /**
     * Proves that the way can be gone.
     *
     * @param calls how many calls that do not block are under way at most; threads beyond them take turns
     * @param patience how long they wait for their turn
     * @throws StoreException if it cannot
     */
    static LettuceStore over(Route route, Switchboard switchboard, int calls, Duration patience, String name) {
        boolean open = false;
        try {
            route.warm();
            open = true;
            return new LettuceStore(route, switchboard, new Places(calls, patience, route.failures()), name);
        } finally {
            if (!open) {
                switchboard.close();
            }
        }
    }

    @Override
    public RedisReply send(RedisCommand command) {
        return accepted(command, places.occupy(command.name(), () -> route.send(command)));
    }

    private RedisReply accepted(RedisCommand command, RedisReply reply) {
        if (reply instanceof RedisReply.Failure refused) {
            throw route.failures().refused(command.name(), refused);
        }
        return reply;
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
    public RedisReply sendBlocking(RedisCommand command, Duration atMost) throws InterruptedException {
        RedisReply reply = block(command.name(), List.of(command), atMost).get(0);
        // What Redis has handed out must reach the caller; the interrupt then waits for the next call.
        if (accepted(command, reply).isNil()) {
            failIfInterrupted(command.name());
        }
        return reply;
    }

    @Override
    public List<RedisReply> sendBlocking(RedisCommand blocking, RedisCommand next, Duration atMost)
            throws InterruptedException {
        return block(blocking.name() + " and " + next.name(), List.of(blocking, next), atMost);
    }

    private List<RedisReply> block(String operation, List<RedisCommand> commands, Duration atMost)
            throws InterruptedException {
        failIfInterrupted(operation);
        try {
            return route.block(operation, commands, atMost);
        } catch (StoreException failed) {
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
        if (closed.compareAndSet(false, true)) {
            subscriptions.close();
            switchboard.close();
        }
    }

    @Override
    public String toString() {
        return "Lettuce store on " + name;
    }
}
