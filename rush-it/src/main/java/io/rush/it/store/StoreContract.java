package io.rush.it.store;

import io.rush.it.servers.Deployment;
import io.rush.it.servers.Servers;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/**
 * What every store must do on one server, as tests. Extend it where your tests are, hand over your provider, and have it
 * run by JUnit 5:
 *
 * <pre>{@code
 * class MyStoreTest extends StoreContract {
 *     @Override
 *     protected StoreProvider provider() {
 *         return new MyStoreProvider();
 *     }
 * }
 * }</pre>
 *
 * <p>A store that can do more shows it in a class for each {@link #deployment()}; for sentinels and clusters there are
 * {@link SentinelStoreContract} and {@link ClusterStoreContract}. What it cannot do it must refuse in words, and {@link
 * #refused()} names it. Each class starts servers of its own, by rush-embedded, and ends them. Where a server is looked at
 * or hurt, this is done past the store. The tests want a POSIX system.
 */
public abstract class StoreContract extends Contract {
    /** For subclasses. */
    protected StoreContract() {}

    /** The server that the tests run on. Here: {@link Deployment#STANDALONE}. */
    protected Deployment deployment() {
        return Deployment.STANDALONE;
    }

    /** The deployments that the store refuses with a {@code ConfigurationException}. Here: none. */
    protected Set<Deployment> refused() {
        return Set.of();
    }

    /** Starts what the tests run on. Here: the {@link #deployment()}. */
    @Override
    protected Servers startServers() {
        return deployment().start();
    }

    @Nested
    final class OneServer extends OneServerTests {
        OneServer() {
            super(StoreContract.this);
        }
    }

    @Nested
    final class Passwords extends PasswordTests {
        Passwords() {
            super(StoreContract.this);
        }
    }

    @Nested
    final class Limits extends LimitTests {
        Limits() {
            super(StoreContract.this);
        }
    }
}
