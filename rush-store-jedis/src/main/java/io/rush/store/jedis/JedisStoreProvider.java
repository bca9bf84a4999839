package io.rush.store.jedis;

import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.StoreProvider;
import java.util.Optional;

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
        return JedisStore.over(Routes.to(config), config.maxConnections(), config.commandTimeout(), config.toString());
    }

    /** Takes Jedis' {@code RedisClient}, {@code RedisSentinelClient} and {@code RedisClusterClient}. */
    @Override
    public Optional<RedisStore> adopt(Object client) {
        return AdoptedClients.store(client);
    }
}
