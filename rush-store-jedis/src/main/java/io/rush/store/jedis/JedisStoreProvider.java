package io.rush.store.jedis;

import io.rush.api.error.ConfigurationException;
import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.StoreProvider;
import io.rush.api.store.Topology;

/** The store provider named {@code jedis}. Stateless and thread-safe. */
public final class JedisStoreProvider implements StoreProvider {
    /** Called by {@link java.util.ServiceLoader}. */
    public JedisStoreProvider() {}

    @Override
    public String name() {
        return "jedis";
    }

    @Override
    public RedisStore open(StoreConfig config) {
        if (config.tls().isPresent() || config.topology() != Topology.Standalone.INSTANCE) {
            throw new ConfigurationException("the store jedis speaks to one server without TLS only, not to " + config);
        }
        return JedisStore.open(new ConnectionOpener(config));
    }
}
