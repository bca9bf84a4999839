package io.rush.store.lettuce;

import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.StoreProvider;
import java.util.Optional;

/** The store provider named {@code lettuce}. Stateless and thread-safe. */
public final class LettuceStoreProvider implements StoreProvider {
    /** Called by {@link java.util.ServiceLoader}. */
    public LettuceStoreProvider() {}

    @Override
    public String name() {
        return "lettuce";
    }

    @Override
    public RedisStore open(StoreConfig config) {
        return Routes.store(config);
    }

    /** Takes Lettuce's {@code RedisClient} and {@code RedisClusterClient}. */
    @Override
    public Optional<RedisStore> adopt(Object client) {
        return AdoptedClients.store(client);
    }
}
