package io.rush.it.stores;

import io.rush.api.store.StoreProvider;
import java.util.ServiceLoader;

/** The stores of rush, by name. */
public final class Providers {
    private Providers() {}

    public static StoreProvider jedis() {
        return named("jedis");
    }

    public static StoreProvider lettuce() {
        return named("lettuce");
    }

    private static StoreProvider named(String name) {
        return ServiceLoader.load(StoreProvider.class, Providers.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
