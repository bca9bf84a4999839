package io.rush.it.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.Topology;
import io.rush.embedded.RedisServer;
import io.rush.it.servers.ClusterServers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClusterTest extends TopologyTestCase {
    private static ClusterServers servers;
    private static RedisStore store;

    @BeforeAll
    static void start() {
        servers = ClusterServers.start();
        store = Stores.open(config(servers));
    }

    @AfterAll
    static void stop() {
        store.close();
        servers.close();
    }

    static StoreConfig config(ClusterServers servers) {
        return StoreConfig.builder()
                .servers(servers.addresses().subList(0, 1))
                .topology(Topology.Cluster.INSTANCE)
                .build();
    }

    @Override
    RedisStore store() {
        return store;
    }

    @Test
    void followsASlotThatHasMoved() throws Exception {
        String key = "{moved}:key";
        RedisServer source = servers.holderOf(key);
        RedisServer target = servers.primary(source == servers.primary(0) ? 1 : 0);
        int slot = servers.slotOf(key);
        Stores.send(store, "SET " + key + " v");
        servers.beginMove(slot, source, target);
        servers.moveKey(key, source, target);
        servers.endMove(slot, source, target);

        assertThat(Stores.send(store, "GET " + key).asText()).isEqualTo("v");
        assertThat(ClusterServers.send(target, "GET " + key).asText()).isEqualTo("v");
        assertThat(Stores.send(store, "EVAL return(redis.call('get',KEYS[1])) 1 " + key)
                        .asText())
                .isEqualTo("v");
        Stores.send(store, "RPUSH {moved}:list x");
        assertThat(store.sendBlocking(Stores.command("BLPOP {moved}:list 1"), Duration.ofSeconds(1))
                        .isNil())
                .isFalse();
    }

    @Test
    void findsTheKeysOfASlotThatIsOnItsWay() throws Exception {
        RedisServer source = servers.holderOf("{asked}");
        RedisServer target = servers.primary(source == servers.primary(0) ? 1 : 0);
        int slot = servers.slotOf("{asked}");
        Stores.send(store, "SET {asked}:stays v");
        Stores.send(store, "SET {asked}:goes w");
        Stores.send(store, "RPUSH {asked}:list x");
        servers.beginMove(slot, source, target);
        servers.moveKey("{asked}:goes", source, target);
        servers.moveKey("{asked}:list", source, target);

        List<RedisReply> replies = store.sendAll(List.of(
                Stores.command("GET {asked}:stays"),
                Stores.command("GET {asked}:goes"),
                Stores.command("SET {asked}:new n"),
                Stores.command("GET {elsewhere}:none"),
                Stores.command("GET {asked}:stays")));

        assertThat(replies.get(0).asText()).isEqualTo("v");
        assertThat(replies.get(1).asText()).isEqualTo("w");
        assertThat(replies.get(2).asText()).isEqualTo("OK");
        assertThat(replies.get(3).isNil()).isTrue();
        assertThat(replies.get(4).asText()).isEqualTo("v");
        assertThat(Stores.send(store, "GET {asked}:new").asText()).isEqualTo("n");
        assertThat(store.sendBlocking(
                                Stores.command("BLPOP {asked}:list 1"),
                                Stores.command("GET {asked}:goes"),
                                Duration.ofSeconds(1))
                        .get(1)
                        .asText())
                .isEqualTo("w");
        // The keys that a script does not name may be on either node, so none may run.
        assertThatThrownBy(() -> Stores.send(store, "EVAL return(1) 1 {asked}:nowhere"))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failed -> assertThat(failed.isRetryable()).isTrue())
                .hasMessageContaining("slot " + slot);

        servers.moveKey("{asked}:stays", source, target);
        servers.endMove(slot, source, target);
        assertThat(Stores.send(store, "GET {asked}:stays").asText()).isEqualTo("v");
        assertThat(Stores.send(store, "EVAL return(1) 1 {asked}:nowhere").asLong())
                .isOne();
    }

    @Test
    void aServerThatIsNoClusterIsNamed() {
        try (RedisServer alone = RedisServer.start()) {
            StoreConfig config = StoreConfig.builder()
                    .server("127.0.0.1", alone.port())
                    .topology(Topology.Cluster.INSTANCE)
                    .build();

            assertThatThrownBy(() -> Stores.open(config))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            failed -> assertThat(failed.isRetryable()).isFalse())
                    .hasMessageContaining("use redis://");
        }
    }

    @Test
    void aNodeReachedAsIfItWereAloneSaysWhatItIs() {
        StoreConfig config = StoreConfig.builder()
                .server("127.0.0.1", servers.primary(0).port())
                .build();
        String elsewhere = servers.slotOf("{one}") < 5_000 ? "{two}" : "{one}";
        try (RedisStore alone = Stores.open(config)) {
            assertThatThrownBy(() -> Stores.send(alone, "GET " + elsewhere))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("redis-cluster://");
        }
    }
}
