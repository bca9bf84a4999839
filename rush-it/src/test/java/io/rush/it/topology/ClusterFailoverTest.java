package io.rush.it.topology;

import static io.rush.it.topology.TopologyTestCase.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import io.rush.it.servers.ClusterServers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ClusterFailoverTest {
    @Test
    void callsSucceedAgainOnceAReplicaHasTakenOver() {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (ClusterServers servers = ClusterServers.start();
                RedisStore store = Stores.open(ClusterTest.config(servers));
                RedisSubscription subscription =
                        store.subscribe("news", message -> heard.add(new String(message, UTF_8)))) {
            assertThat(subscription).isNotNull();
            String key = keyOfTheFirst(servers);
            Stores.send(store, "SET " + key + " v");
            Stores.send(store, "SET {elsewhere} w");
            servers.awaitReplicas();

            servers.primary(0).kill();
            servers.awaitPromotionOfReplica(0);

            assertThat(eventually(store, "GET " + key).asText()).isEqualTo("v");
            assertThat(eventually(store, "SET " + key + " again").asText()).isEqualTo("OK");
            Awaitility.await().atMost(Stores.PATIENCE).until(() -> {
                eventually(store, "PUBLISH news hello");
                return heard.contains("hello");
            });
        }
    }

    private static String keyOfTheFirst(ClusterServers servers) {
        int number = 0;
        while (servers.holderOf("{" + number + "}") != servers.primary(0)) {
            number++;
        }
        return "{" + number + "}";
    }
}
