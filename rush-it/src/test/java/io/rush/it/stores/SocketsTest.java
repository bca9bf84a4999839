package io.rush.it.stores;

import io.rush.api.store.StoreProvider;
import io.rush.it.servers.Deployment;
import io.rush.it.sockets.SocketStoreProvider;
import io.rush.it.store.StoreContract;
import java.util.Set;

/** A store that needs no library keeps the contract where it can, and refuses the rest. */
class SocketsTest extends StoreContract {
    @Override
    protected StoreProvider provider() {
        return new SocketStoreProvider();
    }

    @Override
    protected Set<Deployment> refused() {
        return Set.of(Deployment.UNIX_SOCKET, Deployment.TLS, Deployment.SENTINEL, Deployment.CLUSTER);
    }
}
