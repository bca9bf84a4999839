package io.rush.it.stores;

import io.rush.api.store.StoreProvider;
import io.rush.it.servers.Deployment;
import io.rush.it.store.StoreContract;
import java.util.Set;

class LettuceStandaloneTest extends StoreContract {
    @Override
    protected StoreProvider provider() {
        return Providers.lettuce();
    }

    /** Unix domain sockets need netty's native transport, which is on no path here. */
    @Override
    protected Set<Deployment> refused() {
        return Set.of(Deployment.UNIX_SOCKET);
    }
}
