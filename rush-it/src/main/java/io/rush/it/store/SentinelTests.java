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
            outcomes.record("heard", background(() -> heard(own, channel, ear)));
        }
    }

    private static String heard(SentinelServers own, String channel, Ear ear) {
        try (Admin primary = Admin.of(own.replica().port())) {
            primary.await("PUBLISH " + channel + " back", listeners -> listeners.asLong() == 1);
        }
        return ear.nextText();
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
