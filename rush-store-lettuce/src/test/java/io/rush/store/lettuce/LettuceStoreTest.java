package io.rush.store.lettuce;

import static io.rush.store.lettuce.Probe.block;
import static io.rush.store.lettuce.Probe.freshKey;
import static io.rush.store.lettuce.Probe.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.StoreException;
import io.rush.api.store.Credentials;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What this store does beyond the contract of all stores, which rush-it holds it to. */
class LettuceStoreTest extends OwnServerTestCase {
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void connectionsAreNamed() {
        assertThat(send(store, "CLIENT GETNAME").asText()).isEqualTo("rush");
    }

    @Test
    void itsTextIsTheAddress() {
        assertThat(store).asString().contains("127.0.0.1:" + server.port());
    }

    @Test
    void refusalsBeginWithTheCommand() {
        String key = freshKey();
        send(store, "SET " + key + " v");

        assertThatThrownBy(() -> send(store, "LPUSH " + key + " x"))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("LPUSH: WRONGTYPE Operation against a key");
        assertThatThrownBy(() -> block(store, key, SHORT))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("BLPOP: WRONGTYPE");
    }

    @Test
    void aRefusedSubscriptionNamesTheChannel() {
        send(store, "ACL SETUSER ann on >secret +@all resetchannels &open");
        try (RedisStore restricted = Probe.open(Probe.config(server).credentials(Credentials.of("ann", "secret")))) {
            assertThatThrownBy(() -> restricted.subscribe("news", message -> {}))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("SUBSCRIBE news: NOPERM");
        }
    }

    @Test
    void everyStatusArrivesAlsoTheOneThatLettucePassesOver() {
        String lua = "return {redis.status_reply('QUEUED'), 'QUEUED', redis.status_reply('FINE')}";

        assertThat(store.send(RedisCommand.of("EVAL", lua, "0")).asList())
                .extracting(RedisReply::asText)
                .containsExactly("QUEUED", "QUEUED", "FINE");
        assertThat(store.send(RedisCommand.of("EVAL", "return redis.status_reply('QUEUED')", "0"))
                        .asText())
                .isEqualTo("QUEUED");
    }

    @Test
    void theThreadOfASubscriptionEndsWhenItIsClosedWithoutAServer() {
        RedisSubscription subscription = store.subscribe("gone", message -> {});
        server.kill();

        subscription.close();

        Probe.until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("rush-subscription-gone")));
    }
}
