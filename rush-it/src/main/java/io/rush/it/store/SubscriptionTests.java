package io.rush.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.error.StoreException;
import io.rush.api.store.Credentials;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Channels that a store listens to. */
abstract class SubscriptionTests extends ListeningTests {
    private static final int MANY = 1_000;

    SubscriptionTests(Contract contract) {
        super(contract);
    }

    @Test
    final void aSubscriptionIsConfirmedBeforeTheCallReturns() {
        String channel = key();

        RedisSubscription subscription = store().subscribe(channel, ear());

        assertThat(listeners(channel)).isEqualTo(1);
        subscription.close();
    }

    @Test
    final void messagesComeInOrder() {
        String channel = key();
        Ear ear = ear();
        RedisSubscription subscription = store().subscribe(channel, ear);

        IntStream.range(0, MANY).forEach(i -> publish(channel, "message " + i));

        IntStream.range(0, MANY).forEach(i -> assertThat(ear.nextText()).isEqualTo("message " + i));
        subscription.close();
    }

    @Test
    final void messagesAreBytes() {
        String channel = key();
        byte[] message = {0, -1, '\r', '\n', 127, -128};
        Ear ear = ear();
        RedisSubscription subscription = store().subscribe(channel, ear);

        servers().send(RedisCommand.ofBytes("PUBLISH", List.of(bytes(channel), message)));

        assertThat(ear.next()).isEqualTo(message);
        subscription.close();
    }

    @Test
    final void aSubscriptionHearsItsOwnChannelOnly() {
        String channel = key();
        Ear ear = ear();
        Ear other = ear();
        RedisSubscription subscription = store().subscribe(channel, ear);
        RedisSubscription second = store().subscribe(channel + "-too", other);

        publish(channel + "-too", "for the other");
        publish(channel, "for this one");

        assertThat(ear.nextText()).isEqualTo("for this one");
        assertThat(other.nextText()).isEqualTo("for the other");
        subscription.close();
        second.close();
    }

    @Test
    final void theStorePublishesToo() {
        String channel = key();
        Ear ear = ear();
        RedisSubscription subscription = store().subscribe(channel, ear);

        store().send(RedisCommand.of("PUBLISH", channel, "x"));

        assertThat(ear.nextText()).isEqualTo("x");
        subscription.close();
    }

    @Test
    final void aSubscriptionGoesOnWhenItsConnectionWasCut() {
        String channel = key();
        Ear ear = ear();
        RedisSubscription subscription = store().subscribe(channel, ear);

        clients().stream().filter(Client::isListening).forEach(Client::kill);
        awaitListeners(channel, 1);
        publish(channel, "back");

        assertThat(ear.nextText()).isEqualTo("back");
        subscription.close();
    }

    @Test
    final void aListenerThatFailsHearsTheNextMessage() {
        String channel = key();
        Ear ear = ear();
        RedisSubscription subscription = store().subscribe(channel, message -> {
            ear.accept(message);
            throw new IllegalStateException("failing on purpose");
        });

        publish(channel, "one");
        publish(channel, "two");

        assertThat(ear.nextText()).isEqualTo("one");
        assertThat(ear.nextText()).isEqualTo("two");
        subscription.close();
    }

    @Test
    final void aSubscriptionEndsWhenItIsClosedOnceOrTwice() {
        String channel = key();
        RedisSubscription subscription = store().subscribe(channel, ear());

        subscription.close();
        subscription.close();

        awaitListeners(channel, 0);
    }

    @Test
    final void aListenerMayCloseItsSubscription() {
        String channel = key();
        Ear ear = ear();
        CompletableFuture<RedisSubscription> own = new CompletableFuture<>();
        own.complete(store().subscribe(channel, message -> {
            own.join().close();
            ear.accept(message);
        }));

        publish(channel, "x");

        assertThat(ear.nextText()).isEqualTo("x");
        awaitListeners(channel, 0);
    }

    @Test
    final void nothingIsDeliveredAfterCloseHasReturned() {
        String channel = key();
        String later = key();
        Ear witness = ear();
        store().subscribe(later, witness);
        for (int round = 0; round < 20; round++) {
            Ear ear = ear();
            RedisSubscription subscription = store().subscribe(channel, ear);
            IntStream.range(0, 5).forEach(i -> publish(channel, "message " + i));
            subscription.close();
            int atReturn = ear.waiting();

            awaitListeners(channel, 0);
            // What is on its way still comes before what is published now.
            publish(later, "message");
            witness.next();
            assertThat(ear.waiting()).isEqualTo(atReturn);
        }
    }

    @Test
    final void aChannelThatRedisForbidsIsNamedInItsWords() {
        adminAll("ACL SETUSER kit-listener on >secret ~* resetchannels &open +@all");
        RedisStore restricted = open(config().credentials(Credentials.of("kit-listener", "secret")));

        StoreException refusal = failureOf(() -> restricted.subscribe(key(), ear()));

        assertThat(refusal).hasMessageContaining("NOPERM");
        assertFinal(refusal);
    }
}
