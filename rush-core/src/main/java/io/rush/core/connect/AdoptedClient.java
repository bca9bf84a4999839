package io.rush.core.connect;

import io.rush.api.RushConfig;
import io.rush.api.error.ConfigurationException;
import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreProvider;
import io.rush.core.launch.NetworkAddress;
import io.rush.core.provider.ProviderChoice;
import io.rush.core.provider.ProviderKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A store on a client that the caller made.
 *
 * @param provider the name of the provider that took the client
 */
record AdoptedClient(RedisStore store, String provider) {
    /**
     * Asks each provider that the configuration allows; exactly one must take the client.
     *
     * @throws ConfigurationException if none does, or several do; names the client's class
     */
    static AdoptedClient of(Object client, RushConfig config, Optional<String> storeName) {
        List<StoreProvider> asked = new ProviderChoice<>(ProviderKind.STORE, config.classLoader())
                .eligible(config.storeProvider(), storeName);
        List<AdoptedClient> takers = new ArrayList<>();
        for (StoreProvider provider : asked) {
            provider.adopt(client).ifPresent(store -> takers.add(new AdoptedClient(store, provider.name())));
        }
        if (takers.size() != 1) {
            takers.forEach(taker -> taker.store().close());
            throw refusal(client, asked, takers);
        }
        return takers.get(0);
    }

    private static ConfigurationException refusal(
            Object client, List<StoreProvider> asked, List<AdoptedClient> takers) {
        String what = takers.isEmpty()
                ? "no store provider takes a Redis client of " + client.getClass() + " (asked: "
                        + asked.stream().map(StoreProvider::name).toList()
                        + "); add the artifact for its library, io.rush:rush-store-<library>, or set redisUrl instead"
                : "several store providers take a Redis client of " + client.getClass() + ": "
                        + takers.stream().map(AdoptedClient::provider).toList() + "; set storeName to one of them";
        return new ConfigurationException(what);
    }

    /** Children reach the same servers by a URL, if there is one. The client itself stays open. */
    Connection connection(Optional<String> url) {
        return new Connection(store, url.map(text -> new NetworkAddress(text, Optional.of(provider))), true);
    }
}
