package io.rush.store.jedis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.error.StoreException;
import io.rush.api.store.Credentials;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.StoreConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Opens connections that are authenticated, named and proven to work, with one round trip. Thread-safe. */
final class ConnectionOpener {
    private static final RedisCommand NAME = RedisCommand.of("CLIENT", "SETNAME", "rush");

    private final StoreConfig config;
    private final StoreFailures failures;
    private final KeepAliveSockets sockets;

    ConnectionOpener(StoreConfig config) {
        this.config = config;
        this.failures = new StoreFailures(config.servers().get(0));
        this.sockets = new KeepAliveSockets(config);
    }

    StoreConfig config() {
        return config;
    }

    StoreFailures failures() {
        return failures;
    }

    /**
     * A new connection whose replies come within the command timeout.
     *
     * @throws StoreException if the server is not reached or refuses the credentials
     */
    Connection open() {
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
            throw failures.unreachable(unreachable);
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
