package io.rush.core.connect;

import io.rush.api.RushConfig;
import io.rush.api.RushPlan;
import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.StoreProvider;
import io.rush.core.address.RedisUrlParser;
import io.rush.core.launch.NetworkAddress;
import io.rush.core.provider.ProviderChoice;
import io.rush.core.provider.ProviderKind;
import java.time.Duration;
import java.util.Optional;

/**
 * An open store, and how a child process reaches the same server.
 *
 * @param store the store
 * @param address for child processes; empty where the caller handed in a store without saying where it is
 * @param owned whether the store is closed with the handle
 */
public record Connection(RedisStore store, Optional<NetworkAddress> address, boolean owned) implements AutoCloseable {
    /** Opens what the configuration says, and the plan of the process where it says nothing. */
    public static Connection open(RushConfig config) {
        return open(config, RushPlan.current(), Optional.empty());
    }

    /** The same with an upper limit of how long to wait for a reply; a store that was handed in keeps its own. */
    public static Connection open(RushConfig config, Duration commandTimeout) {
        return open(config, RushPlan.current(), Optional.of(commandTimeout));
    }

    /** Opens what handles reach under a plan. */
    public static Connection open(RushPlan plan) {
        return open(RushConfig.of("plan"), Optional.of(plan), Optional.empty());
    }

    private static Connection open(RushConfig config, Optional<RushPlan> plan, Optional<Duration> commandTimeout) {
        Optional<String> storeName = config.storeName().or(() -> plan.flatMap(RushPlan::storeName));
        if (config.store().isPresent()) {
            Optional<NetworkAddress> address = config.redisUrl().map(url -> new NetworkAddress(url, storeName));
            return new Connection(config.store().get(), address, false);
        }
        if (config.redisClient().isPresent()) {
            return AdoptedClient.of(config.redisClient().get(), config, storeName)
                    .connection(config.redisUrl());
        }
        StoreProvider provider = new ProviderChoice<>(ProviderKind.STORE, config.classLoader())
                .choose(config.storeProvider(), storeName);
        String url = RedisAddress.under(plan).url(config);
        StoreConfig address = RedisUrlParser.parse(url);
        RedisStore store = provider.open(commandTimeout
                .filter(limit -> limit.compareTo(address.commandTimeout()) < 0)
                .map(address::withCommandTimeout)
                .orElse(address));
        return new Connection(store, Optional.of(new NetworkAddress(url, Optional.of(provider.name()))), true);
    }

    /** The same store for another handle, which leaves it open. */
    public Connection borrowed() {
        return new Connection(store, address, false);
    }

    @Override
    public void close() {
        if (owned) {
            store.close();
        }
    }
}
