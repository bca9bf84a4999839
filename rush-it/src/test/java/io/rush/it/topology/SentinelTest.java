package io.rush.it.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisStore;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.Topology;
import io.rush.it.servers.SentinelServers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SentinelTest extends TopologyTestCase {
    private static SentinelServers servers;
    private static RedisStore store;

    @BeforeAll
    static void start() {
        servers = SentinelServers.start();
        store = Stores.open(config(servers, SentinelServers.MASTER));
    }

    @AfterAll
    static void stop() {
        store.close();
        servers.close();
    }

    static StoreConfig config(SentinelServers servers, String master) {
        return StoreConfig.builder()
                .servers(servers.addresses())
                .topology(new Topology.Sentinel(master))
                .build();
    }

    @Override
    RedisStore store() {
        return store;
    }

    @Test
    void speaksToThePrimary() {
        assertThat(Stores.send(store, "ROLE").asList().get(0).asText()).isEqualTo("master");
    }

    @Test
    void aNameThatTheSentinelsDoNotKnowIsNamed() {
        assertThatThrownBy(() -> Stores.open(config(servers, "unknown")))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failed -> assertThat(failed.isRetryable()).isFalse())
                .hasMessageContaining("'unknown'")
                .hasMessageContaining("check the name");
    }

    @Test
    void oneSentinelThatAnswersIsEnough() {
        List<ServerAddress.Tcp> addresses = new ArrayList<>(List.of(ServerAddress.of("127.0.0.1", 1)));
        addresses.addAll(servers.addresses());
        StoreConfig config = config(servers, SentinelServers.MASTER).toBuilder()
                .servers(addresses)
                .build();
        try (RedisStore patient = Stores.open(config)) {
            assertThat(Stores.send(patient, "PING").asText()).isEqualTo("PONG");
        }
    }

    @Test
    void sentinelsThatDoNotAnswerAreNamed() {
        StoreConfig config = config(servers, SentinelServers.MASTER).toBuilder()
                .servers(List.of(ServerAddress.of("127.0.0.1", 1)))
                .build();

        assertThatThrownBy(() -> Stores.open(config))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failed -> assertThat(failed.isRetryable()).isTrue())
                .hasMessageContaining("127.0.0.1:1");
    }
}
