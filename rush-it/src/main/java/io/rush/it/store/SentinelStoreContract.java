package io.rush.it.store;

import io.rush.it.servers.SentinelServers;
import io.rush.it.servers.Servers;
import org.junit.jupiter.api.Nested;

/**
 * What every store that knows sentinels must do behind them, as tests: all that it must do on one server, and to find the
 * primary and follow it, when it fails and when it hands over. Used as {@link StoreContract} is.
 */
public abstract class SentinelStoreContract extends Contract {
    /** For subclasses. */
    protected SentinelStoreContract() {}

    /** Starts what the tests run on. Here: a primary, a replica and three sentinels. */
    @Override
    protected Servers startServers() {
        return SentinelServers.start().asServers();
    }

    @Nested
    final class Sentinels extends SentinelTests {
        Sentinels() {
            super(SentinelStoreContract.this);
        }
    }

    @Nested
    final class Switches extends SwitchTests {
        Switches() {
            super(SentinelStoreContract.this);
        }
    }
}
