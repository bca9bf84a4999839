package io.rush.store.jedis;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import java.util.List;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;

/** One server: connections for commands that do not block, others for those that do. Thread-safe. */
final class Node implements Route {
    private final Opener opener;
    private final Conversations pool;
    private final Conversations blockingPool;
    private volatile Watch watch = () -> {};

    Node(Opener opener, Conversations pool) {
        this.opener = opener;
        this.pool = pool;
        this.blockingPool = new ConnectionPool(opener);
    }

    Node(Opener opener) {
        this(opener, new ConnectionPool(opener));
    }

    @Override
    public void warm() {
        pool.call("PING", connection -> connection.executeCommand(RawCommands.of(RedisCommand.of("PING"))));
        watch = opener.watch(this::renew);
    }

    @Override
    public RedisReply send(RedisCommand command) {
        CommandArguments raw = RawCommands.of(command);
        return pool.call(command.name(), connection -> RawReplies.of(connection.executeCommand(raw), command));
    }

    @Override
    public List<RedisReply> sendAll(String operation, List<RedisCommand> commands) {
        return pool.call(operation, connection -> flush(connection, commands));
    }

    @Override
    public List<RedisReply> block(String operation, List<RedisCommand> commands, int timeoutMillis) {
        return blockingPool.call(operation, connection -> {
            connection.setSoTimeout(timeoutMillis);
            return flush(connection, commands);
        });
    }

    private static List<RedisReply> flush(Connection connection, List<RedisCommand> commands) {
        for (RedisCommand command : commands) {
            connection.sendCommand(RawCommands.of(command));
        }
        List<RedisReply> replies = RawReplies.allOf(connection.getMany(commands.size()), commands);
        if (Failover.isSeenIn(replies)) {
            Connections.drop(connection);
        }
        return replies;
    }

    @Override
    public Opener listening() {
        return opener;
    }

    @Override
    public StoreFailures failures() {
        return opener.failures();
    }

    private void renew() {
        pool.renew();
        blockingPool.renew();
    }

    @Override
    public void close() {
        watch.close();
        pool.close();
        blockingPool.close();
    }
}
