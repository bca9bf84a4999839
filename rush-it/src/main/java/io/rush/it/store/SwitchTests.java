package io.rush.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.it.servers.Admin;
import io.rush.it.servers.SentinelServers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Sentinels have a replica take over while its primary lives, once: for some seconds the former primary takes writes, which
 * are lost then, until the sentinels make it a replica. The tests look at what became of the calls.
 */
abstract class SwitchTests extends ListeningTests {
    private final Outcomes outcomes = new Outcomes();

    SwitchTests(Contract contract) {
        super(contract);
    }

    /** On servers of its own, which are not what they were afterwards. */
    @BeforeAll
    final void handOver() {
        try (SentinelServers own = SentinelServers.start();
                RedisStore store =
                        contract.provider().open(own.asServers().config().build());
                RedisStore piping =
                        contract.provider().open(own.asServers().config().build());
                Admin former = Admin.of(own.primary().port());
                Admin current = Admin.of(own.replica().port())) {
            TellingCalls calls = new TellingCalls(store, Map.of("former", former, "current", current));
            String channel = key();
            Ear ear = ear();
            record("subscribing", () -> store.subscribe(channel, ear));
            calls.forEach((kind, call) -> record(kind + " before", call));
            send(store, "SET kept v");
            own.awaitReplica();
            Map<String, Background<?>> blocked = blocked(store, piping, former);

            own.swap();
            // One after the other: two at once could need a connection that was not there before.
            calls.forEach((kind, call) -> record(kind + " while both serve", () -> followed(call, former)));

            own.demote();
            blocked.keySet().forEach(name -> current.send("RPUSH {woken}:" + name + " v"));
            calls.forEach((kind, call) -> record(kind + " afterwards", call));
            record("kept", () -> send(store, "GET kept").asText());
            blocked.forEach((name, call) -> outcomes.record("blocked " + name, call));
            record("heard", () -> heardAgain(current, channel, ear));
            record("left behind", () -> leftBehind(former));
        }
    }

    /** Calls under way at the primary; a pipeline that blocks may hold up all of its store. */
    private Map<String, Background<?>> blocked(RedisStore store, RedisStore piping, Admin primary) {
        Map<String, Background<?>> blocked = Map.of(
                "call", background(() -> block(store, "{woken}:call", LONG)),
                "pair", background(() -> PairTests.pair(store, "{woken}:pair", LONG, "STRLEN {woken}")),
                "pipeline",
                        background(() -> piping.sendAll(
                                List.of(command("PING"), command("BLPOP {woken}:pipeline 0"), command("PING")))));
        primary.await("INFO clients", info -> info.asText().contains("blocked_clients:3\r"));
        return blocked;
    }

    /** The bound that the store has, {@link RedisStore#FOLLOWS_WITHIN}, is shorter than what sentinels take their time for. */
    private String followed(Callable<String> call, Admin former) {
        until("calls leave the former primary", () -> !reached(call).equals("former"));
        return isPrimary(former) ? reached(call) : "the new primary, too late";
    }

    private static String reached(Callable<String> call) {
        try {
            return call.call();
        } catch (StoreException failure) {
            assertRetryable(failure);
            return "former";
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static boolean isPrimary(Admin server) {
        return server.send("ROLE").asList().get(0).asText().equals("master");
    }

    private String leftBehind(Admin former) {
        until(
                "no client is left at the former primary",
                () -> Client.at(former).findAny().isEmpty());
        return "nobody";
    }

    private void record(String name, Callable<?> call) {
        outcomes.record(name, background(call));
    }

    @Test
    final void callsReachTheNewPrimaryWhileTheFormerOneStillTakesWrites() {
        for (String kind : TellingCalls.KINDS) {
            assertThat(outcomes.of(kind + " before")).as(kind).isEqualTo("former");
            assertThat(outcomes.of(kind + " while both serve")).as(kind).isEqualTo("current");
        }
    }

    @Test
    final void theNextCallsWorkWhenTheFormerPrimaryIsAReplica() {
        for (String kind : TellingCalls.KINDS) {
            assertThat(outcomes.of(kind + " afterwards")).as(kind).isEqualTo("current");
        }
        assertThat(outcomes.of("kept")).isEqualTo("v");
    }

    @Test
    final void callsUnderWayAtAFormerPrimaryAreRetryableOrMadeAgain() {
        assertRetryableOr(
                outcomes.of("blocked call"),
                (RedisReply reply) -> assertThat(popped(reply)).isEqualTo("v"));
        assertRetryableOr(
                outcomes.of("blocked pair"), (List<RedisReply> replies) -> assertPassingOrPopped(replies.get(0)));
        assertRetryableOr(
                outcomes.of("blocked pipeline"), (List<RedisReply> replies) -> assertPassingOrPopped(replies.get(1)));
    }

    /** What is refused for now may stand in its place. */
    private static void assertPassingOrPopped(RedisReply reply) {
        if (reply instanceof RedisReply.Failure failure) {
            assertThat(failure.isPassing()).as(failure.message()).isTrue();
        } else {
            assertThat(popped(reply)).isEqualTo("v");
        }
    }

    @Test
    final void aSubscriptionGoesOnAtTheNewPrimary() {
        assertThat(outcomes.of("heard")).isEqualTo("back");
    }

    @Test
    final void nobodyStaysConnectedToAFormerPrimary() {
        assertThat(outcomes.of("left behind")).isEqualTo("nobody");
    }
}
