package io.rush.store.jedis;

import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import java.util.Optional;
import redis.clients.jedis.JedisSocketFactory;

/** Makes sockets as one configuration wants them. The files of TLS are read once. Thread-safe. */
final class Sockets {
    private final int timeoutMillis;
    private final Optional<TlsLayer> tls;

    /** @throws io.rush.api.error.ConfigurationException if a file of TLS cannot be read */
    Sockets(StoreConfig config) {
        this.timeoutMillis = Millis.of(config.connectTimeout());
        this.tls = config.tls().map(TlsLayer::of);
    }

    JedisSocketFactory to(ServerAddress address) {
        if (address instanceof ServerAddress.Tcp tcp) {
            return new TcpSockets(tcp, timeoutMillis, tls);
        }
        return new UnixSockets(((ServerAddress.UnixSocket) address).path(), timeoutMillis);
    }
}
