package io.rush.it.stores.broken;

import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.StoreProvider;
import java.util.Optional;

/** A sound provider but for one fault. */
record FaultyProvider(StoreProvider sound, Fault fault) implements StoreProvider {
    @Override
    public String name() {
        return fault == Fault.IS_NAMED_IN_CAPITALS ? "Jedis!" : sound.name();
    }

    @Override
    public RedisStore open(StoreConfig config) {
        return fault.open(sound, config);
    }

    @Override
    public Optional<RedisStore> adopt(Object client) {
        return fault == Fault.ADOPTS_EVERYTHING
                ? Optional.of(open(StoreConfig.builder().build()))
                : sound.adopt(client);
    }
}
