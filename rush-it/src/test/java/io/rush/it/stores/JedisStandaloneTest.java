package io.rush.it.stores;

import io.rush.api.store.StoreProvider;
import io.rush.it.servers.Deployment;
import io.rush.it.store.StoreContract;
import java.util.Set;

class JedisStandaloneTest extends StoreContract {
    @Override
    protected StoreProvider provider() {
        return Providers.jedis();
    }

    @Override
    protected Set<Deployment> refused() {
        return Set.of(Deployment.UNIX_SOCKET, Deployment.TLS, Deployment.SENTINEL, Deployment.CLUSTER);
    }
}
