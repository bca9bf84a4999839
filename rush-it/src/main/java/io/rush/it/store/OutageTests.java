package io.rush.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Servers that end as in a crash and start again, once: the tests look at what became of the calls. */
abstract class OutageTests extends ListeningTests {
    private final Outcomes outcomes = new Outcomes();

    OutageTests(Contract contract) {
        super(contract);
    }

    @BeforeAll
    final void stopAndStart() throws InterruptedException {
        String channel = key();
        Ear ear = ear();
        RedisStore idle = open();
        block(idle, key(), SHORT);
        String surrendered = key();
        RedisSubscription goesOn = store().subscribe(channel, ear);
        RedisSubscription givenUp = store().subscribe(surrendered, ear);
        Background<?> blocked = background(() -> block(store(), key(), LONG));
        awaitBlocked(1);

        servers().stop();
        outcomes.record("blocked", blocked);
        call(" meanwhile");
        record("subscribing meanwhile", () -> store().subscribe(key(), ear));
        record("opening meanwhile", this::open);
        record("closing meanwhile", () -> closed(givenUp));

        servers().start();
        call(" afterwards");
        record("idle", () -> send(idle, "PING").asText());
        record("idle blocking", () -> block(idle, key(), SHORT));
        record("heard", () -> heard(channel, ear));
        record("listeners to what was given up", () -> listeners(surrendered));
        record("closing", () -> closed(goesOn));
    }

    private void call(String when) {
        record("sending" + when, () -> send(store(), "PING").asText());
        record(
                "sending many" + when,
                () -> store().sendAll(List.of(command("PING"), command("PING")))
                        .get(1)
                        .asText());
        record("blocking" + when, () -> block(store(), key(), SHORT));
        record(
                "pair" + when,
                () -> PairTests.pair(store(), PairTests.taggedKey(), SHORT, "PING")
                        .get(1)
                        .asText());
    }

    private static String closed(RedisSubscription subscription) {
        subscription.close();
        return "closed";
    }

    private String heard(String channel, Ear ear) {
        until("a listener to the channel", resumption(), () -> listeners(channel) == 1);
        publish(channel, "back");
        return ear.nextText();
    }

    private void record(String name, Callable<?> call) {
        outcomes.record(name, background(call));
    }

    @Test
    final void aBlockedCallEndsWithTheServerAndIsRetryable() {
        assertRetryable(outcomes.of("blocked"));
    }

    @Test
    final void callsWithoutAServerAreRetryable() {
        assertRetryable(outcomes.of("sending meanwhile"));
        assertRetryable(outcomes.of("sending many meanwhile"));
        assertRetryable(outcomes.of("blocking meanwhile"));
        assertRetryable(outcomes.of("pair meanwhile"));
    }

    @Test
    final void subscribingAndOpeningWithoutAServerAreRetryable() {
        assertRetryable(outcomes.of("subscribing meanwhile"));
        assertRetryable(outcomes.of("opening meanwhile"));
    }

    @Test
    final void theNextCallsWorkWhenTheServerIsBack() {
        assertThat(outcomes.of("sending afterwards")).isEqualTo("PONG");
        assertThat(outcomes.of("sending many afterwards")).isEqualTo("PONG");
        assertThat(outcomes.of("blocking afterwards")).isEqualTo(RedisReply.Nil.INSTANCE);
        assertThat(outcomes.of("pair afterwards")).isEqualTo("PONG");
    }

    @Test
    final void aStoreThatWasIdleMeanwhileNoticesNothing() {
        assertThat(outcomes.of("idle")).isEqualTo("PONG");
        assertThat(outcomes.of("idle blocking")).isEqualTo(RedisReply.Nil.INSTANCE);
    }

    @Test
    final void subscriptionsGoOnWhenTheServerIsBack() {
        assertThat(outcomes.of("heard")).isEqualTo("back");
    }

    @Test
    final void aSubscriptionThatWasClosedMeanwhileIsNotTakenUpAgain() {
        assertThat(outcomes.of("closing meanwhile")).isEqualTo("closed");
        assertThat(outcomes.of("listeners to what was given up")).isEqualTo(0L);
    }
}
