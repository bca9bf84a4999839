package io.rush.it.stores.broken;

import io.rush.api.store.StoreProvider;
import io.rush.it.store.StoreContract;
import io.rush.it.stores.Providers;
import java.time.Duration;

/** The contract of a store that breaks it; run by a test alone. */
final class BrokenContract extends StoreContract {
    /** What is wrong with the store, for this thread and those that it starts. */
    static final InheritableThreadLocal<Fault> FAULT = new InheritableThreadLocal<>();

    @Override
    protected StoreProvider provider() {
        return new FaultyProvider(Providers.jedis(), FAULT.get());
    }

    /** Much of what is waited for never happens. */
    @Override
    protected Duration patience() {
        return Duration.ofSeconds(4);
    }
}
