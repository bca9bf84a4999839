package io.rush.store.jedis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.store.Credentials;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import redis.clients.jedis.Connection;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Opens connections to one server that are authenticated, named and proven to work, with one round trip. Thread-safe.
 */
final class ServerOpener implements Opener {
    private static final RedisCommand NAME = RedisCommand.of("CLIENT", "SETNAME", "rush");

    private final StoreConfig config;
    private final StoreFailures failures;
    private final JedisSocketFactory sockets;

    /** Of the configuration counts what is said to a server, not which servers there are. */
    ServerOpener(ServerAddress address, StoreConfig config, Sockets sockets) {
        this.config = config;
        this.failures = new StoreFailures(address.toString());
        this.sockets = sockets.to(address);
    }

    @Override
    public StoreFailures failures() {
        return failures;
    }

    @Override
    public Connection open() {
        Connection connection = new Connection(sockets);
        boolean welcome = false;
        try {
            greet(connection);
            connection.setSoTimeout(Millis.of(config.commandTimeout()));
            welcome = true;
            return connection;
        } catch (JedisDataException refused) {
            throw failures.unwelcome(refused);
        } catch (JedisException unreachable) {
            throw failures.unreachable(unreachable, config.tls().isPresent());
        } finally {
            if (!welcome) {
                Connections.drop(connection);
            }
        }
    }

    private void greet(Connection connection) {
        List<RedisCommand> greeting = greeting();
        greeting.forEach(command -> connection.sendCommand(RawCommands.of(command)));
        List<Object> replies = connection.getMany(greeting.size());
        for (int i = 0; i < replies.size(); i++) {
            // An ACL may forbid the name, which is a comfort only.
            if (replies.get(i) instanceof JedisDataException refused
                    && !greeting.get(i).equals(NAME)) {
                throw refused;
            }
        }
    }

    private List<RedisCommand> greeting() {
        List<RedisCommand> greeting = new ArrayList<>();
        config.credentials().ifPresent(credentials -> greeting.add(auth(credentials)));
        if (config.database() != 0) {
            greeting.add(RedisCommand.of("SELECT", Integer.toString(config.database())));
        }
        greeting.add(NAME);
        greeting.add(RedisCommand.of("PING"));
        return greeting;
    }

    private static RedisCommand auth(Credentials credentials) {
        List<byte[]> words = Stream.concat(credentials.user().stream(), Stream.of(credentials.password()))
                .map(word -> word.getBytes(UTF_8))
                .toList();
        return RedisCommand.ofBytes("AUTH", words);
    }
}
