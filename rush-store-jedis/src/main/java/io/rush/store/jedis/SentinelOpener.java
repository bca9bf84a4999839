package io.rush.store.jedis;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.Topology;
import java.util.stream.Collectors;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisException;

/** Opens connections to the server that the sentinels call the primary, if it says so itself. Thread-safe. */
final class SentinelOpener implements Opener {
    private static final RedisCommand ROLE = RedisCommand.of("ROLE");

    private final StoreConfig config;
    private final Sockets sockets;
    private final StoreFailures failures;
    private final Sentinels sentinels;

    SentinelOpener(StoreConfig config, Topology.Sentinel topology, Sockets sockets) {
        this.config = config;
        this.sockets = sockets;
        String names = config.servers().stream().map(Object::toString).collect(Collectors.joining(","));
        this.failures = new StoreFailures("'" + topology.master() + "' of the sentinels " + names);
        this.sentinels = new Sentinels(config, topology, sockets, failures);
    }

    @Override
    public StoreFailures failures() {
        return failures;
    }

    @Override
    public Connection open() {
        ServerAddress.Tcp primary = sentinels.primary();
        Connection connection = new ServerOpener(primary, config, sockets).open();
        String role = role(connection);
        if (!role.equals("master")) {
            Connections.drop(connection);
            throw failures.notYet(primary + " is the primary for the sentinels, but calls itself " + role);
        }
        return connection;
    }

    private static String role(Connection connection) {
        try {
            Object reply = connection.executeCommand(RawCommands.of(ROLE));
            return RawReplies.of(reply, ROLE).asList().get(0).asText();
        } catch (JedisException broken) {
            return "nothing";
        }
    }

    @Override
    public Watch watch(Runnable whenMoved) {
        return sentinels.watch(whenMoved);
    }
}
