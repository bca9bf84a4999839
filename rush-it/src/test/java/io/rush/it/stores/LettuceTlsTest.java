package io.rush.it.stores;

import io.rush.api.store.StoreProvider;
import io.rush.it.servers.Deployment;
import io.rush.it.store.StoreContract;

class LettuceTlsTest extends StoreContract {
    @Override
    protected StoreProvider provider() {
        return Providers.lettuce();
    }

    @Override
    protected Deployment deployment() {
        return Deployment.TLS;
    }
}
