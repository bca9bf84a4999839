package io.rush.examples.store;

import io.rush.api.error.ConfigurationException;
import io.rush.api.store.RedisStore;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.StoreProvider;
import io.rush.api.store.Topology;

<<<<<<< HEAD
/** A store without a client library: it speaks RESP2 over plain sockets to one server. Stateless and thread-safe. */
=======
/**
 * Provides the store {@code socket}: one server, by host and port, without TLS. A jar that offers it names this class in its
 * module descriptor and in {@code META-INF/services}; the examples hand it to whoever wants it. Stateless and thread-safe.
 */
>>>>>>> main
public final class SocketStoreProvider implements StoreProvider {
    @Override
    public String name() {
        return "socket";
    }

    @Override
    public RedisStore open(StoreConfig config) {
<<<<<<< HEAD
        boolean plain = config.topology() == Topology.Standalone.INSTANCE && config.tls().isEmpty();
        if (!plain || !(config.servers().get(0) instanceof ServerAddress.Tcp address)) {
            throw new ConfigurationException("the store 'socket' reaches one server by host and port, without TLS; for "
                    + config + " choose another store");
        }
        return new SocketStore(config, address);
=======
        if (config.tls().isPresent() || config.topology() != Topology.Standalone.INSTANCE) {
            throw new ConfigurationException(
                    "the store socket speaks to one server without TLS only, not to " + config);
        }
        if (!(config.servers().get(0) instanceof ServerAddress.Tcp address)) {
            throw new ConfigurationException("the store socket wants host and port, not "
                    + config.servers().get(0));
        }
        return SocketStore.open(new LineOpener(address, config));
>>>>>>> main
    }
}
