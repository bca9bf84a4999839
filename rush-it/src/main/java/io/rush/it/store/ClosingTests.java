package io.rush.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A store that is closed ends what it does, says so, and leaves nothing behind. */
abstract class ClosingTests extends ListeningTests {
    ClosingTests(Contract contract) {
        super(contract);
    }

    @Test
    final void closingTwiceIsHarmless() {
        RedisStore store = open();

        store.close();
        store.close();
    }

    @Test
    final void callsOfAClosedStoreAreFinal() {
        RedisStore store = open();
        send(store, "PING");

        store.close();

        List<Callable<?>> calls = List.of(
                () -> send(store, "PING"),
                () -> store.sendAll(List.of(command("PING"))),
                () -> block(store, key(), SHORT),
                () -> PairTests.pair(store, PairTests.taggedKey(), SHORT, "PING"),
                () -> store.subscribe(key(), ear()));
        calls.forEach(call -> assertFinal(background(call).outcome()));
    }

    @Test
    final void blockedCallsEndAtOnceAndAreFinal() {
        RedisStore store = open();
        Background<RedisReply> blocked = background(() -> block(store, key(), LONG));
        Background<List<RedisReply>> pair =
                background(() -> PairTests.pair(store, PairTests.taggedKey(), LONG, "PING"));
        awaitBlocked(2);

        store.close();

        assertFinal(blocked.outcome());
        assertFinal(pair.outcome());
        awaitBlocked(0);
    }

    @Test
    final void subscriptionsEndWithTheStore() {
        RedisStore store = open();
        String channel = key();
        Ear ear = ear();
        store.subscribe(channel, ear);

        store.close();

        awaitListeners(channel, 0);
        assertThat(ear.waiting()).isZero();
    }

    @Test
    final void noConnectionAndNoThreadIsLeft() throws Exception {
        int connections = clients().size();
        Set<Thread> threads = threads();
        try (RedisStore store = open()) {
            use(store);
        }

        until("connections as before: " + connections, () -> clients().size() <= connections);
        until("threads as before, without " + newThreads(threads), () -> newThreads(threads).isEmpty());
    }

    private void use(RedisStore store) throws InterruptedException {
        send(store, "PING");
        store.sendAll(List.of(command("PING"), command("PING")));
        block(store, key(), SHORT);
        PairTests.pair(store, PairTests.taggedKey(), SHORT, "PING");
        store.subscribe(key(), ear());
        store.subscribe(key(), ear());
    }

    @Test
    final void aServerThatRefusedTheCredentialsKeepsNoConnection() {
        int connections = clients().size();

        for (int i = 0; i < 5; i++) {
            background(() -> open(config().credentials(OpeningTests.WRONG))).failure();
        }

        until("connections as before: " + connections, () -> clients().size() <= connections);
    }

    private static Set<Thread> newThreads(Set<Thread> before) {
        Set<Thread> now = threads();
        now.removeAll(before);
        now.removeIf(thread -> thread.getName().equals("kit-background"));
        return now;
    }

    private static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }
}
