package io.rush.it.stores;

import io.rush.api.store.StoreProvider;
import io.rush.it.store.StoreContract;

class LettuceStandaloneTest extends StoreContract {
    @Override
    protected StoreProvider provider() {
        return Providers.lettuce();
    }
}
