package io.rush.it.stores;

import io.rush.api.store.StoreProvider;
import io.rush.it.store.StoreContract;

class JedisStandaloneTest extends StoreContract {
    @Override
    protected StoreProvider provider() {
        return Providers.jedis();
    }
}
