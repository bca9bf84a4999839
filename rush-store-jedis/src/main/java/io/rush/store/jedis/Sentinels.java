package io.rush.store.jedis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.Topology;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisException;

/** The sentinels of one configuration; the one that answered last is asked first. Thread-safe. */
final class Sentinels implements Opener {
    private static final System.Logger LOGGER = System.getLogger(Sentinels.class.getName());
    private static final String SWITCH = "+switch-master";

    private final String master;
    private final StoreFailures failures;
    private final List<ServerOpener> sentinels = new CopyOnWriteArrayList<>();

    Sentinels(StoreConfig config, Topology.Sentinel topology, Sockets sockets, StoreFailures failures) {
        this.master = topology.master();
        this.failures = failures;
        StoreConfig.Builder greeting =
                StoreConfig.builder().connectTimeout(config.connectTimeout()).commandTimeout(config.connectTimeout());
        topology.credentials().ifPresent(greeting::credentials);
        StoreConfig toSentinels = greeting.build();
        for (ServerAddress address : config.servers()) {
            sentinels.add(new ServerOpener(address, toSentinels, sockets));
        }
    }

    @Override
    public StoreFailures failures() {
        return failures;
    }

    /** A connection to the first sentinel that answers. */
    @Override
    public Connection open() {
        List<StoreException> silent = new ArrayList<>();
        for (ServerOpener sentinel : sentinels) {
            try {
                Connection connection = sentinel.open();
                prefer(sentinel);
                return connection;
            } catch (StoreException failed) {
                silent.add(failed);
            }
        }
        throw failures.noPrimary(master, silent);
    }

    /** Where the primary is, as the first sentinel says that knows it. */
    ServerAddress.Tcp primary() {
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
        synchronized (sentinels) {
            if (sentinels.get(0) != sentinel) {
                sentinels.remove(sentinel);
                sentinels.add(0, sentinel);
            }
        }
    }

    /** Listens for a change; where the sentinels let nobody listen, broken connections still tell of one. */
    @Override
    public Watch watch(Runnable whenMoved) {
        try {
            JedisSubscription subscription = new JedisSubscription(
                    this, SWITCH, message -> runIfMeant(new String(message, UTF_8), whenMoved), ended -> {});
            subscription.start();
            return subscription::close;
        } catch (StoreException refused) {
            LOGGER.log(Level.WARNING, "nobody listens for a change of the primary: " + refused.getMessage());
            return () -> {};
        }
    }

    private void runIfMeant(String message, Runnable whenMoved) {
        if (message.startsWith(master + " ")) {
            whenMoved.run();
        }
    }
}
