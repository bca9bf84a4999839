package io.rush.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A command that blocks, and the one that follows it. */
abstract class PairTests extends StoreTests {
    PairTests(Contract contract) {
        super(contract);
    }

    @Test
    final void whatFollowsRunsOnceTheFirstWasWoken() {
        String key = taggedKey();
        Background<List<RedisReply>> blocked = blocked(() -> pair(store(), key, LONG, "GET " + key + ":other"));

        admin("SET " + key + ":other later");
        admin("RPUSH " + key + " v");

        List<RedisReply> replies = blocked.result();
        assertThat(replies).hasSize(2);
        assertThat(popped(replies.get(0))).isEqualTo("v");
        assertThat(replies.get(1).asText()).isEqualTo("later");
    }

    @Test
    final void whatFollowsRunsWhenTheTimeIsOver() throws Exception {
        String key = taggedKey();

        List<RedisReply> replies = pair(store(), key, SHORT, "EXISTS " + key);

        assertThat(replies).containsExactly(RedisReply.Nil.INSTANCE, new RedisReply.Int(0));
    }

    @Test
    final void whatFollowsRunsAtOnceWhenTheFirstNeedNotBlock() throws Exception {
        String key = taggedKey();
        admin("RPUSH " + key + " a b");

        List<RedisReply> replies = pair(store(), key, LONG, "LPOP " + key);

        assertThat(popped(replies.get(0))).isEqualTo("a");
        assertThat(replies.get(1).asText()).isEqualTo("b");
    }

    @Test
    final void whatFollowsMayBeRefused() {
        String key = taggedKey();
        admin("SET " + key + ":text v");

        Object outcome = background(() -> pair(store(), key, SHORT, "LPOP " + key + ":text"))
                .outcome();

        assertRefused(outcome, 1);
    }

    @Test
    final void theFirstMayBeRefused() {
        String key = taggedKey();
        admin("SET " + key + " v");

        Object outcome =
                background(() -> pair(store(), key, SHORT, "EXISTS " + key)).outcome();

        assertRefused(outcome, 0);
    }

    /** In its place or as a failure of the call. */
    private static void assertRefused(Object outcome, int place) {
        if (outcome instanceof StoreException failure) {
            assertThat(failure).hasMessageContaining("WRONGTYPE");
            assertFinal(failure);
        } else {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            List.class,
                            replies -> assertThat(replies.get(place))
                                    .isInstanceOfSatisfying(
                                            RedisReply.Failure.class,
                                            refusal -> assertThat(refusal.message())
                                                    .startsWith("WRONGTYPE")));
        }
    }

    @Test
    final void aBlockedPairHoldsUpNoOtherCommand() {
        RedisStore store = open();
        String key = taggedKey();
        Background<List<RedisReply>> blocked = blocked(() -> pair(store, key, LONG, "LLEN " + key));

        assertThat(background(() -> send(store, "PING")).result().asText()).isEqualTo("PONG");

        admin("RPUSH " + key + " v");
        assertThat(blocked.result()).hasSize(2);
    }

    @Test
    final void whatFollowsIsForgottenWhenTheStoreIsClosedMeanwhile() {
        String key = taggedKey();
        RedisStore own = open();
        Background<List<RedisReply>> blocked = blocked(() -> pair(own, key, LONG, "SET " + key + ":other v"));

        own.close();
        awaitBlocked(0);
        admin("RPUSH " + key + " v");

        assertFinal(blocked.outcome());
        assertThat(admin("EXISTS " + key + ":other").asLong()).isZero();
        assertThat(admin("LLEN " + key).asLong()).isEqualTo(1);
    }

    @Test
    final void aPairMayBlockForLongerThanOthersMayTake() {
        String key = taggedKey();
        RedisStore hasty = open(config().commandTimeout(Duration.ofMillis(250)));

        Background<List<RedisReply>> patient =
                background(() -> pair(hasty, key, Duration.ofMillis(500), "EXISTS " + key));

        assertThat(patient.result()).containsExactly(RedisReply.Nil.INSTANCE, new RedisReply.Int(0));
    }

    /** Together with those that it begins, on one server of a cluster. */
    static String taggedKey() {
        return "{" + key() + "}";
    }

    static List<RedisReply> pair(RedisStore store, String key, Duration patience, String next)
            throws InterruptedException {
        RedisCommand follower = command(next);
        return store.sendBlocking(pop(key, patience), follower, patience);
    }
}
