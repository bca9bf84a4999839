/**
 * A real Redis server for development and tests, on the loopback interface. Not for production: the bundled binary is a
 * Redis 7.0.15 built in 2024 and gets no security fixes.
 */
module io.rush.embedded {
    requires transitive io.rush.api;
    // The archive with the binaries; it has no descriptor, so its name comes from its file name.
    requires embedded.redis;

    exports io.rush.embedded;

    provides io.rush.api.store.ServerProvider with
            io.rush.embedded.EmbeddedServerProvider;
}
