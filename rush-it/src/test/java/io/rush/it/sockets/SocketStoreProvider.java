package io.rush.it.sockets;

import io.rush.api.error.ConfigurationException;
import io.rush.api.store.RedisStore;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.StoreProvider;
import io.rush.api.store.Topology;

/** A store without a client library: it speaks RESP2 over plain sockets to one server. Stateless and thread-safe. */
public final class SocketStoreProvider implements StoreProvider {
    @Override
    public String name() {
        return "socket";
    }

    @Override
    public RedisStore open(StoreConfig config) {
        boolean plain = config.topology() == Topology.Standalone.INSTANCE
                && config.tls().isEmpty();
        if (!plain || !(config.servers().get(0) instanceof ServerAddress.Tcp address)) {
            throw new ConfigurationException("the store 'socket' reaches one server by host and port, without TLS; for "
                    + config + " choose another store");
        }
        return new SocketStore(config, address);
    }
}
