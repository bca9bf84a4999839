package io.rush.it.topology;

import static io.rush.it.topology.TopologyTestCase.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import io.rush.it.servers.SentinelServers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SentinelFailoverTest {
    private SentinelServers servers;
    private RedisStore store;

    @BeforeEach
    void start() {
        servers = SentinelServers.start();
        store = Stores.open(SentinelTest.config(servers, SentinelServers.MASTER));
        Stores.send(store, "SET before v");
        servers.awaitReplica();
    }

    @AfterEach
    void stop() {
        store.close();
        servers.close();
    }

    @Test
    void callsSucceedAgainOnceANewPrimaryIsThere() {
        servers.primary().kill();
        servers.awaitPromotion();

        eventually(store, "SET after v");

        assertThat(Stores.send(store, "GET before").asText()).isEqualTo("v");
        assertThat(port()).isEqualTo(servers.replica().port());
    }

    @Test
    void aPrimaryThatStepsDownIsLeft() {
        servers.swap();

        Awaitility.await()
                .atMost(Stores.PATIENCE)
                .until(() -> port() == servers.replica().port());
        assertThat(Stores.send(store, "SET after v").asText()).isEqualTo("OK");
    }

    @Test
    void aSubscriptionHearsTheNewPrimary() {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (RedisSubscription subscription =
                store.subscribe("news", message -> heard.add(new String(message, UTF_8)))) {
            assertThat(subscription).isNotNull();
            servers.primary().kill();
            servers.awaitPromotion();

            Awaitility.await()
                    .atMost(Stores.PATIENCE)
                    .until(() -> eventually(store, "PUBLISH news hello").asLong() == 1);
            Awaitility.await().atMost(Stores.PATIENCE).until(() -> heard.contains("hello"));
        }
    }

    private int port() {
        return Integer.parseInt(
                eventually(store, "CONFIG GET port").asList().get(1).asText());
    }
}
