package io.rush.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Connections that break while the servers are well. */
abstract class BreakTests extends StoreTests {
    BreakTests(Contract contract) {
        super(contract);
    }

    @Test
    final void aCallWhoseConnectionBreaksIsRetryableOrMadeAgain() {
        String key = key();
        Background<RedisReply> blocked = blocked(() -> block(store(), key, LONG));

        cutAll();
        admin("RPUSH " + key + " v");

        assertRetryableOr(
                blocked.outcome(),
                (RedisReply reply) -> assertThat(popped(reply)).isEqualTo("v"));
    }

    @Test
    final void aPairWhoseConnectionBreaksIsRetryableOrMadeAgain() {
        String key = PairTests.taggedKey();
        Background<List<RedisReply>> blocked =
                blocked(() -> PairTests.pair(store(), key, LONG, "STRLEN " + key + ":o"));

        cutAll();
        admin("RPUSH " + key + " v");

        assertRetryableOr(
                blocked.outcome(),
                (List<RedisReply> replies) -> assertThat(replies.get(1)).isEqualTo(new RedisReply.Int(0)));
    }

    @Test
    final void aPipelineThatBreaksInTheMiddleIsRetryableOrMadeAgain() {
        String key = PairTests.taggedKey();
        Background<List<RedisReply>> blocked = blocked(() -> store().sendAll(List.of(
                command("INCR " + key + ":n"), command("BLPOP " + key + " 0"), command("INCR " + key + ":n"))));

        cutAll();
        admin("RPUSH " + key + " v");

        assertRetryableOr(
                blocked.outcome(),
                (List<RedisReply> replies) -> assertThat(replies.get(2)).isEqualTo(new RedisReply.Int(3)));
    }

    @Test
    final void theNextCallsWorkAfterEveryConnectionWasCut() throws Exception {
        RedisStore store = open();
        block(store, key(), SHORT);

        cutAll();
        assertThat(send(store, "PING").asText()).isEqualTo("PONG");
        cutAll();
        assertThat(store.sendAll(List.of(command("PING"), command("PING")))).hasSize(2);
        cutAll();
        assertThat(block(store, key(), SHORT)).isSameAs(RedisReply.Nil.INSTANCE);
        cutAll();
        assertThat(PairTests.pair(store, PairTests.taggedKey(), SHORT, "PING")).hasSize(2);
    }
}
