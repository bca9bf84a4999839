package io.rush.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.Topology;
import io.rush.it.servers.Admin;
import io.rush.it.servers.Deployment;
import io.rush.it.servers.SentinelServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The primary is the one that the sentinels name, before and after a failover. */
abstract class SentinelTests extends ListeningTests {
    private final Outcomes outcomes = new Outcomes();

    SentinelTests(Contract contract) {
        super(contract);
    }

    /** On servers of its own, which are not what they were afterwards. */
    @BeforeAll
    final void failOver() {
        String channel = key();
        Ear ear = ear();
        try (SentinelServers own = SentinelServers.start();
                RedisStore store =
                        contract.provider().open(own.asServers().config().build())) {
            outcomes.record("subscribing", background(() -> store.subscribe(channel, ear)));
            send(store, "SET kept v");
            own.awaitReplica();
            Background<?> blocked = background(() -> block(store, key(), LONG));
            try (Admin primary = Admin.of(own.primary().port())) {
                primary.await("INFO clients", info -> info.asText().contains("blocked_clients:1\r"));
            }

            own.primary().kill();
            outcomes.record("blocked", blocked);
            outcomes.record("meanwhile", background(() -> send(store, "PING")));
            own.awaitPromotion();

            outcomes.record(
                    "sending",
                    background(() -> send(store, "SET " + key() + " v").asText()));
            outcomes.record("sending many", background(() -> store.sendAll(List.of(command("INCR " + key())))));
            outcomes.record("blocking", background(() -> block(store, key(), SHORT)));
            outcomes.record("kept", background(() -> send(store, "GET kept").asText()));
            try (Admin primary = Admin.of(own.replica().port())) {
                TellingCalls calls = new TellingCalls(store, Map.of("promoted", primary));
                outcomes.record("server", background(calls::sending));
                outcomes.record("heard", background(() -> heardAgain(primary, channel, ear)));
            }
        }
    }

    @Test
    final void callsAreRetryableUntilThereIsAPrimary() {
        assertRetryable(outcomes.of("blocked"));
        assertRetryable(outcomes.of("meanwhile"));
    }

    @Test
    final void callsReachTheNewPrimaryAfterAFailover() {
        assertThat(outcomes.of("sending")).isEqualTo("OK");
        assertThat(outcomes.of("sending many")).isEqualTo(List.of(new RedisReply.Int(1)));
        assertThat(outcomes.of("blocking")).isSameAs(RedisReply.Nil.INSTANCE);
        assertThat(outcomes.of("server")).isEqualTo("promoted");
        assertThat(outcomes.of("kept")).isEqualTo("v");
    }

    @Test
    final void subscriptionsGoOnAfterAFailover() {
        assertThat(outcomes.of("heard")).isEqualTo("back");
    }

    @Test
    final void aSentinelThatIsAwayIsPassedOver() {
        List<ServerAddress> servers =
                new ArrayList<>(Deployment.SENTINEL.example().build().servers());
        servers.addAll(config().build().servers());

        RedisStore store = open(config().servers(servers));

        assertThat(send(store, "SET " + key() + " v").asText()).isEqualTo("OK");
    }

    @Test
    final void aMasterThatNoSentinelKnowsIsFinalAndNamed() {
        StoreConfig.Builder unknown = config().topology(new Topology.Sentinel("no-such-master"));

        StoreException refusal = failureOf(() -> open(unknown));

        assertFinal(refusal);
        assertThat(refusal).hasMessageContaining("no-such-master");
    }
}
