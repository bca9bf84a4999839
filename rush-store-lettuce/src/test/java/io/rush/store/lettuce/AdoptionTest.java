package io.rush.store.lettuce;

import static io.rush.store.lettuce.Probe.LONG;
import static io.rush.store.lettuce.Probe.awaitBlocked;
import static io.rush.store.lettuce.Probe.block;
import static io.rush.store.lettuce.Probe.command;
import static io.rush.store.lettuce.Probe.freshKey;
import static io.rush.store.lettuce.Probe.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.StoreException;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdoptionTest extends OwnServerTestCase {
    private RedisClient client;
    private RedisStore adopted;

    @BeforeEach
    void adopt() {
        client = RedisClient.create(server.url());
        adopted = new LettuceStoreProvider().adopt(client).orElseThrow();
    }

    @AfterEach
    void giveBack() {
        adopted.close();
        client.shutdown(0, 1, TimeUnit.SECONDS);
    }

    @Test
    void repliesHaveTheTypesOfResp2() throws Exception {
        String key = freshKey();
        send(adopted, "ZADD " + key + " 1.5 a");
        send(adopted, "XADD {" + key + "}s 1-1 f v");

        assertThat(send(adopted, "ZRANGE " + key + " 0 -1 WITHSCORES").asList())
                .extracting(RedisReply::asText)
                .containsExactly("a", "1.5");
        assertThat(adopted.sendBlocking(command("XREAD BLOCK 1000 STREAMS {" + key + "}s 0"), LONG)
                        .asList()
                        .get(0)
                        .asList())
                .hasSize(2);
    }

    @Test
    void theClientStaysOpen() {
        assertThat(send(adopted, "PING").asText()).isEqualTo("PONG");
        adopted.close();

        assertThatThrownBy(() -> send(adopted, "PING"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the caller's client is closed");
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            assertThat(connection.sync().ping()).isEqualTo("PONG");
        }
    }

    @Test
    void blockingCommandsAndSubscriptionsHaveTheirOwnConnections() throws Exception {
        String key = freshKey();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        adopted.subscribe("news", message -> heard.add(new String(message, UTF_8)));
        Background<RedisReply> blocked = Background.start(() -> block(adopted, key, LONG));
        awaitBlocked(store, 1);

        assertThat(send(adopted, "PUBLISH news x").asLong()).isEqualTo(1);
        assertThat(heard.poll(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo("x");
        send(adopted, "RPUSH " + key + " v");
        assertThat(blocked.result().isNil()).isFalse();
    }

    @Test
    void aConnectionThatWasCutIsReplacedAndStillSpeaksResp2() throws Exception {
        String key = freshKey();
        send(adopted, "ZADD " + key + " 1.5 a");
        send(store, "CLIENT KILL TYPE normal SKIPME yes");

        assertThat(send(adopted, "ZRANGE " + key + " 0 -1 WITHSCORES").asList()).hasSize(2);
        assertThat(block(adopted, freshKey(), Duration.ofMillis(50)).isNil()).isTrue();
        assertThat(adopted.sendAll(List.of(command("PING"), command("ZSCORE " + key + " a"))))
                .extracting(RedisReply::asText)
                .containsExactly("PONG", "1.5");
    }

    @Test
    void aSingleConnectionIsRefusedWithTheMend() {
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            assertThatThrownBy(() -> new LettuceStoreProvider().adopt(connection))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("hand over the client");
        }
    }

    @Test
    void aClientWithoutAnAddressIsRefused() {
        RedisClient nowhere = RedisClient.create();
        try {
            assertThatThrownBy(() -> new LettuceStoreProvider().adopt(nowhere))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("without a RedisURI");
        } finally {
            nowhere.shutdown(0, 1, TimeUnit.SECONDS);
        }
    }

    @Test
    void clientsOfOtherLibrariesAreNotTaken() {
        assertThat(new LettuceStoreProvider().adopt("redis://localhost")).isEmpty();
    }
}
