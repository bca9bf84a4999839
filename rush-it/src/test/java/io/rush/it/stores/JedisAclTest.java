package io.rush.it.stores;

import io.rush.api.store.StoreProvider;
import io.rush.it.servers.Deployment;
import io.rush.it.store.StoreContract;

class JedisAclTest extends StoreContract {
    @Override
    protected StoreProvider provider() {
        return Providers.jedis();
    }

    @Override
    protected Deployment deployment() {
        return Deployment.ACL_USER;
    }
}
