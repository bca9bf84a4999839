package io.rush.it.stores.broken;

import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.StoreProvider;
import io.rush.it.store.SentinelStoreContract;
import io.rush.it.stores.Providers;
import java.time.Duration;

/** The contract of a store that breaks it behind sentinels; run by a test alone. */
final class BrokenSentinelContract extends SentinelStoreContract {
    /** What is wrong with the store, for this thread and those that it starts. */
    static final InheritableThreadLocal<SentinelFault> FAULT = new InheritableThreadLocal<>();

    @Override
    protected StoreProvider provider() {
        return new Faulty(Providers.jedis(), FAULT.get());
    }

    private record Faulty(StoreProvider sound, SentinelFault fault) implements StoreProvider {
        @Override
        public String name() {
            return sound.name();
        }

        @Override
        public RedisStore open(StoreConfig config) {
            return fault.open(sound, config);
        }
    }

    /** Much of what is waited for never happens. */
    @Override
    protected Duration patience() {
        return Duration.ofSeconds(5);
    }
}
