package io.rush.it.stores;

import io.rush.api.store.StoreProvider;
import io.rush.it.store.ClusterStoreContract;

class LettuceClusterTest extends ClusterStoreContract {
    @Override
    protected StoreProvider provider() {
        return Providers.lettuce();
    }
}
