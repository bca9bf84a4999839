package io.rush.store.jedis;

import static io.rush.store.jedis.Probe.block;
import static io.rush.store.jedis.Probe.command;
import static io.rush.store.jedis.Probe.freshKey;
import static io.rush.store.jedis.Probe.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.embedded.RedisServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What this store does beyond the contract of all stores, which rush-it holds it to. */
class JedisStoreTest {
    private static final Duration SHORT = Duration.ofMillis(50);

    private RedisServer server;
    private RedisStore store;

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

    @Test
    void aBlockingCommandKeepsItsConnectionForTheNextOne() throws Exception {
        block(store, freshKey(), SHORT);
        long before = connectionsReceived();

        block(store, freshKey(), SHORT);
        block(store, freshKey(), SHORT);

        assertThat(connectionsReceived()).isEqualTo(before);
    }

    @Test
    void aServerThatBecameAReplicaIsLeft() {
        send(store, "REPLICAOF 127.0.0.1 1");
        long before = connectionsReceived();

        assertThat(store.sendAll(List.of(command("GET k"), command("SET k v"))).get(1))
                .isInstanceOfSatisfying(
                        RedisReply.Failure.class,
                        failure -> assertThat(failure.isPassing()).isTrue());
        assertThatThrownBy(() -> send(store, "SET k v"))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failure -> assertThat(failure.isRetryable()).isTrue())
                .hasMessageContaining("READONLY");

        assertThat(connectionsReceived()).isEqualTo(before + 2);
    }

    private long connectionsReceived() {
        return send(store, "INFO stats")
                .asText()
                .lines()
                .filter(line -> line.startsWith("total_connections_received:"))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
