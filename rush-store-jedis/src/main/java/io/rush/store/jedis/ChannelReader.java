package io.rush.store.jedis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** One subscribed connection. Read by one thread; any thread may end it. */
final class ChannelReader {
    private static final int INFINITE = 0;

    private final Connection connection;

    private ChannelReader(Connection connection) {
        this.connection = connection;
    }

    /**
     * Returns when the server has confirmed the subscription.
     *
     * @throws StoreException if it is not reached or refuses
     */
    static ChannelReader open(Opener opener, String channel) {
        String operation = "SUBSCRIBE " + channel;
        Connection connection = opener.open();
        try {
            connection.executeCommand(RawCommands.of(RedisCommand.of("SUBSCRIBE", channel)));
            connection.setSoTimeout(INFINITE);
            return new ChannelReader(connection);
        } catch (JedisDataException refused) {
            Connections.drop(connection);
            throw opener.failures().refused(operation, refused);
        } catch (JedisException lost) {
            Connections.drop(connection);
            throw opener.failures().lost(operation, lost);
        }
    }

    /**
     * Waits for the next message; empty for anything else the server says.
     *
     * @throws JedisException when the connection is lost or was ended
     */
    Optional<byte[]> next() {
        return connection.getUnflushedObject() instanceof List<?> push
                        && push.size() == 3
                        && push.get(0) instanceof byte[] kind
                        && push.get(2) instanceof byte[] payload
                        && "message".equals(new String(kind, UTF_8))
                ? Optional.of(payload)
                : Optional.empty();
    }

    void end() {
        Connections.drop(connection);
    }
}
