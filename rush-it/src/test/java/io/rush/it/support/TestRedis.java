package io.rush.it.support;

import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.StoreProvider;
import io.rush.embedded.RedisServer;
import java.net.URI;
import java.util.ServiceLoader;

/** The Redis that the tests share: that of {@code RUSH_REDIS_URL}, else one of this JVM, which ends with it. */
public final class TestRedis {
    private static final String URL = url(System.getenv("RUSH_REDIS_URL"));

    private TestRedis() {}

    public static String url() {
        return URL;
    }

    private static String url(String given) {
        return given == null || given.isBlank() ? RedisServer.start().url() : given;
    }

    /** A store on a server without credentials. */
    public static RedisStore open(String url) {
        return open(provider(), url);
    }

    /** The same over a store of this provider's. */
    static RedisStore open(StoreProvider provider, String url) {
        URI uri = URI.create(url);
        return provider.open(
                StoreConfig.builder().server(uri.getHost(), uri.getPort()).build());
    }

    /** The one store on the path. */
    public static StoreProvider provider() {
        return ServiceLoader.load(StoreProvider.class, TestRedis.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .reduce((one, other) -> {
                    throw new IllegalStateException("two stores on the path: " + one.name() + ", " + other.name());
                })
                .orElseThrow();
    }
}
