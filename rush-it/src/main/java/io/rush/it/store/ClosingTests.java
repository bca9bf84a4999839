package io.rush.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
    final void aBlockedCallEndsAtOnceAndIsFinal() {
        RedisStore store = open();
        Background<RedisReply> blocked = blocked(() -> block(store, key(), LONG));

        store.close();

        assertFinal(blocked.outcome());
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
    final void noConnectionIsLeft() {
        Set<String> before = clients().stream().map(Client::id).collect(Collectors.toSet());

        background(this::openUseAndClose).result();

        until(
                "no connection that was not there before",
                () -> clients().stream().map(Client::id).allMatch(before::contains));
    }

    @Test
    final void noThreadIsLeft() {
        ThreadGroup group = new ThreadGroup("kit");

        Background.start(this::openUseAndClose, patience(), group).result();

        until("no thread is left of " + threadsOf(group), () -> threadsOf(group).isEmpty());
    }

    private String openUseAndClose() throws InterruptedException {
        try (RedisStore store = contract.provider().open(config().build())) {
            send(store, "PING");
            store.sendAll(List.of(command("PING"), command("PING")));
            block(store, key(), SHORT);
            PairTests.pair(store, PairTests.taggedKey(), SHORT, "PING");
            store.subscribe(key(), ear());
            store.subscribe(key(), ear());
            return "closed";
        }
    }

    private static List<Thread> threadsOf(ThreadGroup group) {
        Thread[] threads = new Thread[group.activeCount() + 100];
        return List.of(Arrays.copyOf(threads, group.enumerate(threads)));
    }

    @Test
    final void aServerThatRefusedTheCredentialsKeepsNoConnection() {
        int connections = clients().size();

        for (int i = 0; i < 5; i++) {
            background(() -> open(config().credentials(OpeningTests.WRONG))).failure();
        }

        until("connections as before: " + connections, () -> clients().size() <= connections);
    }
}
