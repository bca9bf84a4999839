package io.rush.store.jedis;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisException;

/** Opens connections to the server that the sentinels call the primary, if it says so itself. Thread-safe. */
final class SentinelOpener implements Opener {
    private static final RedisCommand ROLE = RedisCommand.of("ROLE");

    private final StoreConfig config;
    private final Sockets sockets;
    private final String master;
    private final StoreFailures failures;

    /** The one that answered last is asked first. */
    private final List<ServerOpener> sentinels = new CopyOnWriteArrayList<>();

    SentinelOpener(StoreConfig config, Topology.Sentinel sentinel, Sockets sockets) {
        this.config = config;
        this.sockets = sockets;
        this.master = sentinel.master();
        String names = config.servers().stream().map(Object::toString).collect(Collectors.joining(","));
        this.failures = new StoreFailures("'" + master + "' of the sentinels " + names);
        StoreConfig.Builder toSentinels =
                StoreConfig.builder().connectTimeout(config.connectTimeout()).commandTimeout(config.connectTimeout());
        sentinel.credentials().ifPresent(toSentinels::credentials);
        StoreConfig greeting = toSentinels.build();
        for (ServerAddress address : config.servers()) {
            sentinels.add(new ServerOpener(address, greeting, sockets));
        }
    }

    @Override
    public StoreFailures failures() {
        return failures;
    }

    @Override
    public Connection open() {
        ServerAddress.Tcp primary = primary();
        ServerOpener server = new ServerOpener(primary, config, sockets);
        Connection connection = server.open();
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

    private ServerAddress.Tcp primary() {
        List<StoreException> silent = new ArrayList<>();
        for (ServerOpener sentinel : sentinels) {
            try {
                Optional<ServerAddress.Tcp> primary = ask(sentinel);
                if (primary.isPresent()) {
                    prefer(sentinel);
                    return primary.get();
                }
            } catch (StoreException failed) {
                silent.add(failed);
            }
        }
        throw failures.noPrimary(master, silent);
    }

    /** Empty where the sentinel does not watch a primary of that name. */
    private Optional<ServerAddress.Tcp> ask(ServerOpener sentinel) {
        RedisCommand question = RedisCommand.of("SENTINEL", "get-master-addr-by-name", master);
        Connection connection = sentinel.open();
        try {
            RedisReply reply = RawReplies.of(connection.executeCommand(RawCommands.of(question)), question);
            if (reply.isNil()) {
                return Optional.empty();
            }
            List<RedisReply> hostAndPort = reply.asList();
            int port = Integer.parseInt(hostAndPort.get(1).asText());
            return Optional.of(ServerAddress.of(hostAndPort.get(0).asText(), port));
        } catch (JedisException broken) {
            throw sentinel.failures().unreachable(broken);
        } finally {
            Connections.drop(connection);
        }
    }

    private void prefer(ServerOpener sentinel) {
        if (!sentinels.get(0).equals(sentinel)) {
            synchronized (sentinels) {
                sentinels.remove(sentinel);
                sentinels.add(0, sentinel);
            }
        }
    }
}
