package io.rush.store.jedis;

import static io.rush.store.jedis.Probe.command;
import static io.rush.store.jedis.Probe.send;
import static io.rush.store.jedis.Probe.until;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.ConfigurationException;
import io.rush.api.error.StoreException;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import io.rush.embedded.RedisServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.UnifiedJedis;

class AdoptedClientsTest {
    private static RedisServer server;
    private static RedisServer sentinel;
    private static RedisServer node;

    @BeforeAll
    static void start() throws IOException {
        server = RedisServer.start();
        sentinel = RedisServer.start(
                List.of("--sentinel", "--sentinel monitor", "main", "127.0.0.1", Integer.toString(server.port()), "1"));
        node = RedisServer.start(List.of(
                "--cluster-enabled", "yes", "--cluster-port", freePort(), "--cluster-announce-ip", "127.0.0.1"));
        try (RedisStore admin = Probe.open(node)) {
            send(admin, "CLUSTER ADDSLOTSRANGE 0 16383");
            until(() -> send(admin, "CLUSTER INFO").asText().contains("cluster_state:ok"));
        }
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    @AfterAll
    static void stop() {
        node.close();
        sentinel.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(RedisProtocol.class)
    void aClientOfOneServerIsTaken(RedisProtocol protocol) throws Exception {
        try (RedisClient client = client(protocol, 8)) {
            assertThatItWorks(client);
        }
    }

    @Test
    void aClientOfSentinelsIsTaken() throws Exception {
        try (RedisSentinelClient client = RedisSentinelClient.builder()
                .masterName("main")
                .sentinels(Set.of(address(sentinel)))
                .build()) {
            assertThatItWorks(client);
        }
    }

    @Test
    void aClientOfAClusterIsTaken() throws Exception {
        try (RedisClusterClient client = RedisClusterClient.create(Set.of(address(node)))) {
            assertThatItWorks(client);
        }
    }

    private static void assertThatItWorks(UnifiedJedis client) throws Exception {
        RedisStore store = new JedisStoreProvider().adopt(client).orElseThrow();
        String key = Probe.freshKey();

        assertThatItSends(store, key);
        assertThatItBlocksAndListens(store, key);
        store.close();

        assertThat(client.get(key)).isEqualTo("1");
        assertThatThrownBy(() -> send(store, "PING"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("closed");
    }

    private static void assertThatItSends(RedisStore store, String key) {
        send(store, "SET " + key + " 1");
        List<RedisReply> replies =
                store.sendAll(List.of(command("GET " + key), command("LPUSH " + key + " x"), command("PING")));
        assertThat(replies.get(0).asText()).isEqualTo("1");
        assertThat(replies.get(1)).isInstanceOf(RedisReply.Failure.class);
        assertThat(replies.get(2).asText()).isEqualTo("PONG");
        assertThat(send(store, "CONFIG GET appendonly").asList())
                .extracting(RedisReply::asText)
                .containsExactly("appendonly", "no");
        assertThat(send(store, "INFO server").asText()).contains("redis_version:");
        send(store, "ZADD z" + key + " 2 member");
        assertThat(send(store, "ZSCORE z" + key + " member").asText()).isEqualTo("2");
        assertThat(send(store, "GET nothing" + key).isNil()).isTrue();
    }

    private static void assertThatItBlocksAndListens(RedisStore store, String key) throws Exception {
        assertThat(Probe.block(store, "l" + key, Duration.ofMillis(20)).isNil()).isTrue();
        send(store, "XADD x" + key + " 1-1 f v");
        RedisReply read = store.sendBlocking(command("XREAD STREAMS x" + key + " 0-0"), Duration.ofSeconds(1));
        List<RedisReply> nameAndEntries = read.asList().get(0).asList();
        assertThat(nameAndEntries.get(0).asText()).isEqualTo("x" + key);
        assertThat(nameAndEntries.get(1).asList().get(0).asList().get(1).asList())
                .extracting(RedisReply::asText)
                .containsExactly("f", "v");
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        try (RedisSubscription subscription =
                store.subscribe("c" + key, message -> heard.add(new String(message, UTF_8)))) {
            assertThat(subscription).isNotNull();
            send(store, "PUBLISH c" + key + " hello");
            until(() -> heard.contains("hello"));
        }
    }

    @Test
    void whoBlocksTakesNoneOfTheClientsConnections() throws Exception {
        try (RedisClient client = client(RedisProtocol.RESP2, 1);
                RedisStore store = new JedisStoreProvider().adopt(client).orElseThrow()) {
            List<Background<RedisReply>> blocked = List.of(
                    Background.start(() -> Probe.block(store, "one", Duration.ofSeconds(20))),
                    Background.start(() -> Probe.block(store, "two", Duration.ofSeconds(20))));
            Probe.awaitBlocked(store, 2);

            client.rpush("one", "x");
            client.rpush("two", "x");

            assertThat(blocked.get(0).result().isNil()).isFalse();
            assertThat(blocked.get(1).result().isNil()).isFalse();
        }
    }

    @Test
    void idleConnectionsThatDiedAreNotNoticed() {
        try (RedisServer own = RedisServer.start();
                RedisClient client =
                        RedisClient.builder().hostAndPort(address(own)).build();
                RedisStore store = new JedisStoreProvider().adopt(client).orElseThrow()) {
            send(store, "PING");

            own.restart();

            assertThat(send(store, "PING").asText()).isEqualTo("PONG");
        }
    }

    @Test
    void whatIsNoneOfJedisIsLeftToOthers() {
        assertThat(new JedisStoreProvider().adopt("a string")).isEmpty();
    }

    @Test
    void aClientOfAnotherKindIsNamed() {
        try (Jedis single = new Jedis("127.0.0.1", server.port())) {
            assertThatThrownBy(() -> new JedisStoreProvider().adopt(single))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("redis.clients.jedis.Jedis")
                    .hasMessageContaining("RedisClient");
        }
    }

    private static RedisClient client(RedisProtocol protocol, int connections) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(connections);
        return RedisClient.builder()
                .hostAndPort(address(server))
                .clientConfig(
                        DefaultJedisClientConfig.builder().protocol(protocol).build())
                .poolConfig(pool)
                .build();
    }

    private static HostAndPort address(RedisServer server) {
        return new HostAndPort("127.0.0.1", server.port());
    }
}
