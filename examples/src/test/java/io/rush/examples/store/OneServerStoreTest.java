package io.rush.examples.store;

import io.rush.api.store.StoreProvider;
import io.rush.it.servers.Deployment;
import io.rush.it.store.StoreContract;
import java.util.Set;

/** The store keeps the contract where it can, and refuses the rest. */
class OneServerStoreTest extends StoreContract {
    @Override
    protected StoreProvider provider() {
        return new OneServerStoreProvider();
    }

    @Override
    protected Set<Deployment> refused() {
        return Set.of(Deployment.UNIX_SOCKET, Deployment.TLS, Deployment.SENTINEL, Deployment.CLUSTER);
    }
}
