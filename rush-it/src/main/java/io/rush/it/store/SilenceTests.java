package io.rush.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Servers that accept connections and never answer, once: the tests look at what became of the calls. */
abstract class SilenceTests extends StoreTests {
    private static final Duration HASTE = Duration.ofMillis(600);

    private final Outcomes outcomes = new Outcomes();

    SilenceTests(Contract contract) {
        super(contract);
    }

    @BeforeAll
    final void freezeAndThaw() throws InterruptedException {
        RedisStore one = hasty();
        RedisStore many = hasty();
        RedisStore blocking = hasty();
        block(blocking, key(), SHORT);
        RedisStore pairing = hasty();
        PairTests.pair(pairing, PairTests.taggedKey(), SHORT, "PING");
        servers().freeze();
        try {
            // All at once, since each takes its time.
            Map<String, Background<?>> calls = new LinkedHashMap<>();
            calls.put("send", background(() -> send(one, "ECHO late")));
            calls.put("sendAll", background(() -> many.sendAll(List.of(command("ECHO late"), command("ECHO late")))));
            calls.put("block", background(() -> block(blocking, key(), SHORT)));
            calls.put("pair", background(() -> PairTests.pair(pairing, PairTests.taggedKey(), SHORT, "ECHO late")));
            calls.put("subscribe", background(() -> one.subscribe(key(), message -> {})));
            calls.put("open", background(this::hasty));
            calls.forEach(outcomes::record);
        } finally {
            servers().thaw();
        }
        outcomes.record("send afterwards", background(() -> send(one, "ECHO present")));
        outcomes.record("sendAll afterwards", background(() -> many.sendAll(List.of(command("ECHO present")))));
    }

    private RedisStore hasty() {
        return open(config().commandTimeout(HASTE).connectTimeout(HASTE));
    }

    @Test
    final void aCommandIsNotWaitedForForEverAndIsRetryable() {
        assertRetryable(outcomes.of("send"));
    }

    @Test
    final void aPipelineIsNotWaitedForForEverAndIsRetryable() {
        assertRetryable(outcomes.of("sendAll"));
    }

    @Test
    final void aBlockingCommandIsNotWaitedForForEverAndIsRetryable() {
        assertRetryable(outcomes.of("block"));
        assertRetryable(outcomes.of("pair"));
    }

    @Test
    final void aSubscriptionIsNotWaitedForForEverAndIsRetryable() {
        assertRetryable(outcomes.of("subscribe"));
    }

    @Test
    final void openingIsNotWaitedForForEverAndIsRetryable() {
        assertRetryable(outcomes.of("open"));
    }

    @Test
    final void aReplyThatComesTooLateIsNeverTakenForAnother() {
        RedisReply present = new RedisReply.Bulk(bytes("present"));
        assertThat(outcomes.of("send afterwards")).usingRecursiveComparison().isEqualTo(present);
        assertThat(outcomes.of("sendAll afterwards")).usingRecursiveComparison().isEqualTo(List.of(present));
    }
}
