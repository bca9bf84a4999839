package io.rush.it.stores;

import io.rush.api.store.StoreProvider;
import io.rush.it.store.SentinelStoreContract;

class LettuceSentinelTest extends SentinelStoreContract {
    @Override
    protected StoreProvider provider() {
        return Providers.lettuce();
    }
}
