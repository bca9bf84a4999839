package io.rush.store.jedis;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;

/** Redis through Jedis' connections: one call is one write and one read. Thread-safe. */
final class JedisStore implements RedisStore {
    /** What a blocking command's reply may take beyond the time the command itself may block. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private final ConnectionOpener opener;
    private final Places places;
    private final ConnectionPool pool;
    private final ConnectionPool blockingPool;
    private final Subscriptions subscriptions;

    private JedisStore(ConnectionOpener opener) {
        this.opener = opener;
        this.places =
                new Places(opener.config().maxConnections(), opener.config().commandTimeout(), opener.failures());
        this.pool = new ConnectionPool(opener);
        this.blockingPool = new ConnectionPool(opener);
        this.subscriptions = new Subscriptions(opener);
    }

    /**
     * Opens the first connection.
     *
     * @throws StoreException if that fails
     */
    static JedisStore open(ConnectionOpener opener) {
        JedisStore store = new JedisStore(opener);
        store.pool.warm();
        return store;
    }

    @Override
    public RedisReply send(RedisCommand command) {
        CommandArguments raw = RawCommands.of(command);
        return places.occupy(
                command.name(),
                () -> pool.call(command.name(), connection -> RawReplies.of(connection.executeCommand(raw))));
    }

    @Override
    public List<RedisReply> sendAll(List<RedisCommand> commands) {
        if (commands.isEmpty()) {
            return List.of();
        }
        String operation = commands.get(0).name() + " in a pipeline of " + commands.size();
        return places.occupy(operation, () -> pool.call(operation, connection -> flush(connection, commands)));
    }

    private static List<RedisReply> flush(Connection connection, List<RedisCommand> commands) {
        for (RedisCommand command : commands) {
            connection.sendCommand(RawCommands.of(command));
        }
        return RawReplies.allOf(connection.getMany(commands.size()));
    }

    @Override
    public RedisReply sendBlocking(RedisCommand command, Duration patience) throws InterruptedException {
        failIfInterrupted(command);
        RedisReply reply;
        try {
            reply = block(RawCommands.of(command), command.name(), Millis.of(patience.plus(GRACE)));
        } catch (StoreException failed) {
            // A virtual thread's socket breaks when the thread is interrupted.
            failIfInterrupted(command);
            throw failed;
        }
        // What Redis has handed out must reach the caller; the interrupt then waits for the next call.
        if (reply.isNil()) {
            failIfInterrupted(command);
        }
        return reply;
    }

    @Override
    public List<RedisReply> sendBlocking(RedisCommand blocking, RedisCommand next, Duration patience)
            throws InterruptedException {
        failIfInterrupted(blocking);
        List<RedisCommand> both = List.of(blocking, next);
        int timeoutMillis = Millis.of(patience.plus(GRACE));
        try {
            return blockingPool.call(blocking.name() + " and " + next.name(), connection -> {
                connection.setSoTimeout(timeoutMillis);
                return flush(connection, both);
            });
        } catch (StoreException failed) {
            failIfInterrupted(blocking);
            throw failed;
        }
    }

    private RedisReply block(CommandArguments raw, String operation, int timeoutMillis) {
        return blockingPool.call(operation, connection -> {
            connection.setSoTimeout(timeoutMillis);
            return RawReplies.of(connection.executeCommand(raw));
        });
    }

    private static void failIfInterrupted(RedisCommand command) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted in the blocking command " + command.name());
        }
    }

    @Override
    public RedisSubscription subscribe(String channel, Consumer<byte[]> listener) {
        return subscriptions.start(channel, listener);
    }

    @Override
    public void close() {
        pool.close();
        blockingPool.close();
        subscriptions.close();
    }

    @Override
    public String toString() {
        return "Jedis store on " + opener.config();
    }
}
