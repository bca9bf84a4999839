package io.rush.it.topology;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.StoreException;
import io.rush.api.store.Credentials;
import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreConfig;
import io.rush.embedded.RedisServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AclTest extends TopologyTestCase {
    private static RedisServer server;
    private static RedisStore store;

    @BeforeAll
    static void start() {
        server = RedisServer.start(List.of(
                "--user", "ann", "on", ">s3cret", "~*", "&*", "+@all", "--user", "default", "off", "resetpass"));
        store = Stores.open(config(Credentials.of("ann", "s3cret")));
    }

    @AfterAll
    static void stop() {
        store.close();
        server.close();
    }

    @Override
    RedisStore store() {
        return store;
    }

    @Test
    void aWrongPasswordIsNamedWithoutIt() {
        assertThatThrownBy(() -> Stores.open(config(Credentials.of("ann", "hunter2"))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("WRONGPASS")
                .hasMessageNotContaining("hunter2");
    }

    private static StoreConfig config(Credentials credentials) {
        return StoreConfig.builder()
                .server("127.0.0.1", server.port())
                .credentials(credentials)
                .build();
    }
}
