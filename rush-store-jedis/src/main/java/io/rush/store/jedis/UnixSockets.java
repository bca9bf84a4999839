package io.rush.store.jedis;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** Sockets of this machine, by the path of the server's. */
record UnixSockets(Path path, int timeoutMillis) implements JedisSocketFactory {
    @Override
    public Socket createSocket() {
        try {
            return ChannelSocket.connect(path, timeoutMillis);
        } catch (IOException | UnsupportedOperationException failed) {
            throw new JedisConnectionException("cannot connect to " + path, failed);
        }
    }
}
