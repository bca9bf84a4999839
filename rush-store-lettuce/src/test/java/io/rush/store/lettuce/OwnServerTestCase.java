package io.rush.store.lettuce;

import io.rush.api.store.RedisStore;
import io.rush.embedded.RedisServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests stand on that stop their server, or must be alone on it. */
abstract class OwnServerTestCase {
    RedisServer server;
    RedisStore store;

    @BeforeEach
    void start() {
        server = RedisServer.start();
        store = Probe.open(server);
    }

    @AfterEach
    void stop() {
        store.close();
        server.close();
    }
}
