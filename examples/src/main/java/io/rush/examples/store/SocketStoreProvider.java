package io.rush.examples.store;

import io.rush.api.error.ConfigurationException;
import io.rush.api.store.RedisStore;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.StoreProvider;
import io.rush.api.store.Topology;

/**
 * Provides the store {@code socket}: one server, by host and port, without TLS. A jar that offers it names this class in its
 * module descriptor and in {@code META-INF/services}; the examples hand it to whoever wants it. Stateless and thread-safe.
 */
public final class SocketStoreProvider implements StoreProvider {
    @Override
    public String name() {
        return "socket";
    }

    @Override
    public RedisStore open(StoreConfig config) {
        if (config.tls().isPresent() || config.topology() != Topology.Standalone.INSTANCE) {
            throw new ConfigurationException(
                    "the store socket speaks to one server without TLS only, not to " + config);
        }
        if (!(config.servers().get(0) instanceof ServerAddress.Tcp address)) {
            throw new ConfigurationException("the store socket wants host and port, not "
                    + config.servers().get(0));
        }
        return SocketStore.open(new LineOpener(address, config));
    }
}
