package io.rush.store.lettuce;

import static io.rush.store.lettuce.Probe.LONG;
import static io.rush.store.lettuce.Probe.send;
import static io.rush.store.lettuce.Probe.until;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.StoreException;
import io.rush.api.store.Credentials;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SubscriptionTest extends OwnServerTestCase {
    private final BlockingQueue<byte[]> heard = new LinkedBlockingQueue<>();

    @Test
    void isConfirmedBeforeTheCallReturns() {
        store.subscribe("news", heard::add);

        assertThat(publish("x")).isEqualTo(1);
    }

    @Test
    void bringsMessagesInOrder() throws Exception {
        store.subscribe("news", heard::add);

        for (int i = 0; i < 1_000; i++) {
            publish("message " + i);
        }

        for (int i = 0; i < 1_000; i++) {
            assertThat(nextText()).isEqualTo("message " + i);
        }
    }

    @Test
    void bringsBytesUnchanged() throws Exception {
        byte[] message = {0, -1, '\r', '\n', 127, -128};
        store.subscribe("news", heard::add);

        store.send(RedisCommand.ofBytes("PUBLISH", List.of("news".getBytes(UTF_8), message)));

        assertThat(next()).isEqualTo(message);
    }

    @Test
    void hearsItsOwnChannelOnly() throws Exception {
        store.subscribe("news", heard::add);

        send(store, "PUBLISH weather rain");
        publish("x");

        assertThat(nextText()).isEqualTo("x");
    }

    @Test
    void goesOnWhenTheServerIsStartedAgain() throws Exception {
        store.subscribe("news", heard::add);

        server.kill();
        server.restart();
        until(() -> publish("back") == 1);

        assertThat(nextText()).isEqualTo("back");
    }

    @Test
    void goesOnWhenOnlyItsConnectionIsCut() throws Exception {
        store.subscribe("news", heard::add);

        send(store, "CLIENT KILL TYPE pubsub");
        until(() -> publish("back") == 1);

        assertThat(nextText()).isEqualTo("back");
    }

    @Test
    void aListenerThatFailsHearsTheNextMessage() throws Exception {
        store.subscribe("news", message -> {
            heard.add(message);
            throw new IllegalStateException("failing on purpose");
        });

        publish("one");
        publish("two");

        assertThat(nextText()).isEqualTo("one");
        assertThat(nextText()).isEqualTo("two");
    }

    @Test
    void endsWhenClosed() {
        RedisSubscription subscription = store.subscribe("news", heard::add);

        subscription.close();
        subscription.close();

        until(() -> publish("x") == 0);
        assertThat(heard).isEmpty();
    }

    @Test
    void canBeClosedByItsListener() throws Exception {
        AtomicReference<RedisSubscription> own = new AtomicReference<>();
        own.set(store.subscribe("news", message -> {
            heard.add(message);
            own.get().close();
        }));

        publish("x");

        assertThat(nextText()).isEqualTo("x");
        until(() -> publish("y") == 0);
        assertThat(heard).isEmpty();
    }

    @Test
    void deliversNothingAfterCloseHasReturned() {
        for (int round = 0; round < 20; round++) {
            RedisSubscription subscription = store.subscribe("news", heard::add);
            store.sendAll(List.of(
                    Probe.command("PUBLISH news a"), Probe.command("PUBLISH news b"), Probe.command("PUBLISH news c")));
            subscription.close();
            int atReturn = heard.size();

            until(() -> publish("x") == 0);
            assertThat(heard).hasSize(atReturn);
        }
    }

    @Test
    void endsWithTheStore() {
        store.subscribe("news", heard::add);
        store.close();

        try (RedisStore other = Probe.open(server)) {
            until(() -> send(other, "PUBLISH news x").asLong() == 0);
        }
        until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("rush-subscription-news")));
        assertThat(heard).isEmpty();
    }

    @Test
    void endsWhenClosedWithoutAServer() {
        RedisSubscription subscription = store.subscribe("gone", heard::add);
        server.kill();

        subscription.close();

        until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("rush-subscription-gone")));
    }

    @Test
    void saysWhatRedisRefused() {
        send(store, "ACL SETUSER ann on >secret +@all resetchannels &open");
        try (RedisStore restricted = Probe.open(Probe.config(server).credentials(Credentials.of("ann", "secret")))) {
            assertThatThrownBy(() -> restricted.subscribe("news", heard::add))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("SUBSCRIBE news: NOPERM");
        }
    }

    @Test
    void cannotBeginOnAClosedStore() {
        store.close();

        assertThatThrownBy(() -> store.subscribe("news", heard::add))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is closed");
    }

    private long publish(String message) {
        return store.send(RedisCommand.of("PUBLISH", "news", message)).asLong();
    }

    private byte[] next() throws InterruptedException {
        byte[] message = heard.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(message).isNotNull();
        return message;
    }

    private String nextText() throws InterruptedException {
        return new String(next(), UTF_8);
    }
}
