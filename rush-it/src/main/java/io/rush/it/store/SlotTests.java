package io.rush.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.ServerAddress;
import io.rush.embedded.RedisServer;
import io.rush.it.servers.ClusterServers;
import io.rush.it.servers.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Keys are where their slots are, and slots move. */
abstract class SlotTests extends StoreTests {
    private final ClusterStoreContract deployed;

    SlotTests(ClusterStoreContract contract) {
        super(contract);
        this.deployed = contract;
    }

    @Test
    final void scriptsAndBlockingCommandsReachTheServerOfTheirKey() throws Exception {
        for (int i = 0; i < 20; i++) {
            String key = key();
            store().send(RedisCommand.of("EVAL", "return redis.call('RPUSH', KEYS[1], ARGV[1])", "1", key, "v"));

            assertThat(popped(block(store(), key, LONG))).isEqualTo("v");
        }
    }

    @Test
    final void keysOfDifferentSlotsInOneCommandAreFinal() {
        List<String> keys = IntStream.range(0, 20).mapToObj(i -> key()).toList();

        assertFinal(failureOf(() -> store().send(RedisCommand.of("DEL", keys.toArray(String[]::new)))));
    }

    @Test
    final void aNodeThatIsAwayIsPassedOver() {
        List<ServerAddress> servers =
                new ArrayList<>(Deployment.CLUSTER.example().build().servers());
        servers.addAll(config().build().servers());

        RedisStore store = open(config().servers(servers));

        assertThat(send(store, "SET " + key() + " v").asText()).isEqualTo("OK");
    }

    @Test
    final void callsFollowASlotThatHasMoved() throws Exception {
        String key = key();
        Move move = new Move(deployed.cluster(), key);
        send(store(), "SET " + key + " v");

        move.begin();
        move.moveKey();
        move.end();

        assertThat(send(store(), "GET " + key).asText()).isEqualTo("v");
        assertThat(store().sendAll(List.of(command("GET " + key), command("STRLEN " + key)))
                        .get(1)
                        .asLong())
                .isEqualTo(1);
        send(store(), "DEL " + key);
        assertThat(block(store(), key, SHORT)).isSameAs(RedisReply.Nil.INSTANCE);
        assertThat(PairTests.pair(store(), key, SHORT, "EXISTS " + key)).hasSize(2);
    }

    @Test
    final void callsFollowAKeyOfASlotThatIsMoving() {
        String key = key();
        Move move = new Move(deployed.cluster(), key);
        send(store(), "SET " + key + " v");

        move.begin();
        try {
            assertThat(send(store(), "GET " + key).asText()).isEqualTo("v");
            move.moveKey();
            assertThat(send(store(), "GET " + key).asText()).isEqualTo("v");
            assertThat(store().sendAll(List.of(command("APPEND " + key + " w"), command("GET " + key)))
                            .get(1)
                            .asText())
                    .isEqualTo("vw");
        } finally {
            move.end();
        }
        assertThat(send(store(), "GET " + key).asText()).isEqualTo("vw");
    }

    /** The way of a key's slot from its server to another. */
    private record Move(ClusterServers cluster, String key, RedisServer source, RedisServer target) {
        Move(ClusterServers cluster, String key) {
            this(cluster, key, cluster.holderOf(key), other(cluster, cluster.holderOf(key)));
        }

        private static RedisServer other(ClusterServers cluster, RedisServer source) {
            return source == cluster.primary(0) ? cluster.primary(1) : cluster.primary(0);
        }

        void begin() {
            cluster.beginMove(cluster.slotOf(key), source, target);
        }

        void moveKey() {
            cluster.moveKey(key, source, target);
        }

        void end() {
            cluster.endMove(cluster.slotOf(key), source, target);
        }
    }
}
