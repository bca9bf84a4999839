package io.rush.it.kit;

import io.rush.embedded.RedisServer;

/** The Redis that all kits of this JVM share: that of {@code RUSH_REDIS_URL}, else one that ends with the JVM. */
public final class KitServer {
    private static final String URL = choose(System.getenv("RUSH_REDIS_URL"));

    private KitServer() {}

    public static String url() {
        return URL;
    }

    private static String choose(String given) {
        return given == null || given.isBlank() ? RedisServer.start().url() : given;
    }
}
