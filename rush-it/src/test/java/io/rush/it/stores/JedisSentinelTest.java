package io.rush.it.stores;

import io.rush.api.store.StoreProvider;
import io.rush.it.store.SentinelStoreContract;

class JedisSentinelTest extends SentinelStoreContract {
    @Override
    protected StoreProvider provider() {
        return Providers.jedis();
    }
}
