package io.rush.it.store;

import io.rush.it.servers.ClusterServers;
import io.rush.it.servers.Servers;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/**
 * What every store that knows clusters must do in one, as tests: all that it must do on one server, and to follow slots
 * and a failover. Used as {@link StoreContract} is.
 */
public abstract class ClusterStoreContract extends Contract {
    private Optional<ClusterServers> cluster = Optional.empty();

    /** For subclasses. */
    protected ClusterStoreContract() {}

    /** Starts what the tests run on: three primaries with a replica each. */
    @Override
    protected final Servers startServers() {
        ClusterServers started = ClusterServers.start();
        cluster = Optional.of(started);
        return started.asServers();
    }

    final ClusterServers cluster() {
        return cluster.orElseThrow();
    }

    @Nested
    final class Slots extends SlotTests {
        Slots() {
            super(ClusterStoreContract.this);
        }
    }
}
