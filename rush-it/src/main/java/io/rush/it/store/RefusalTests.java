package io.rush.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import org.junit.jupiter.api.Test;

/** What Redis refuses is a failure in its own words. */
abstract class RefusalTests extends StoreTests {
    RefusalTests(Contract contract) {
        super(contract);
    }

    @Test
    final void aWrongTypeIsFinalAndInTheWordsOfRedis() {
        String key = key();
        send(store(), "SET " + key + " v");

        assertRefused(command("LPUSH " + key + " x"), "WRONGTYPE Operation against a key");
    }

    @Test
    final void aScriptThatRedisDoesNotKnowIsFinalAndInTheWordsOfRedis() {
        assertRefused(command("EVALSHA " + "0".repeat(40) + " 0"), "NOSCRIPT No matching script");
    }

    @Test
    final void aCommandThatRedisDoesNotKnowIsFinal() {
        assertRefused(command("NOSUCHCOMMAND " + key()), "ERR unknown command");
    }

    @Test
    final void theErrorOfAScriptKeepsItsWords() {
        assertRefused(script("return redis.error_reply('MINE in words')"), "MINE in words");
    }

    private void assertRefused(RedisCommand command, String words) {
        StoreException refusal = failureOf(() -> store().send(command));

        assertThat(refusal).hasMessageContaining(words);
        assertFinal(refusal);
    }

    @Test
    final void aBlockingCommandIsRefusedInTheSameWay() {
        String key = key();
        send(store(), "SET " + key + " v");

        StoreException refusal = failureOf(() -> block(store(), key, SHORT));

        assertThat(refusal).hasMessageContaining("WRONGTYPE");
        assertFinal(refusal);
    }

    @Test
    final void whatPassesByItselfIsRetryable() {
        for (String word : new String[] {"BUSY", "CLUSTERDOWN", "LOADING", "MASTERDOWN", "READONLY", "TRYAGAIN"}) {
            assertRetryable(failureOf(() -> store().send(script("return redis.error_reply('" + word + " for now')"))));
        }
    }

    @Test
    final void theConnectionGoesOnAfterARefusal() {
        String key = key();

        for (int i = 0; i < 20; i++) {
            failureOf(() -> send(store(), "INCRBY " + key + " nothing"));
        }

        assertThat(send(store(), "INCR " + key).asLong()).isEqualTo(1);
    }

    @Test
    final void messagesShowNoArguments() {
        String key = key();
        StoreException refusal = failureOf(() -> store().send(RedisCommand.of("INCRBY", key, "private-argument")));

        assertThat(Printed.of(refusal)).doesNotContain("private-argument");
    }
}
