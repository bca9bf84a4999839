package io.rush.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreConfig;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Commands that block in Redis. */
abstract class BlockingTests extends StoreTests {
    private static final int MANY = StoreConfig.DEFAULT_MAX_CONNECTIONS + 6;

    BlockingTests(Contract contract) {
        super(contract);
    }

    @Test
    final void aBlockingCommandIsNilWhenItsTimeIsOver() throws Exception {
        assertThat(block(store(), key(), SHORT)).isSameAs(RedisReply.Nil.INSTANCE);
    }

    @Test
    final void aBlockingCommandWakesWhenSomethingCame() {
        String key = key();
        Background<RedisReply> blocked = blocked(() -> block(store(), key, LONG));

        admin("RPUSH " + key + " v");

        assertThat(popped(blocked.result())).isEqualTo("v");
    }

    @Test
    final void aBlockingCommandMayBlockForLongerThanOthersMayTake() {
        RedisStore hasty = open(config().commandTimeout(Duration.ofMillis(250)));

        Background<RedisReply> patient = background(() -> block(hasty, key(), Duration.ofMillis(500)));

        assertThat(patient.result()).isSameAs(RedisReply.Nil.INSTANCE);
    }

    @Test
    final void aBlockedCallHoldsUpNoOtherCommand() {
        RedisStore store = open();
        String key = key();
        Background<RedisReply> blocked = blocked(() -> block(store, key, LONG));

        assertThat(background(() -> send(store, "PING")).result().asText()).isEqualTo("PONG");
        assertThat(background(() -> store.sendAll(List.of(command("PING"), command("PING"))))
                        .result())
                .hasSize(2);

        admin("RPUSH " + key + " v");
        assertThat(popped(blocked.result())).isEqualTo("v");
    }

    @Test
    final void manyMayBeBlockedAtOnce() {
        RedisStore store = open();
        String key = key();
        List<Background<RedisReply>> blocked = IntStream.range(0, MANY)
                .mapToObj(i -> background(() -> block(store, key, LONG)))
                .toList();

        awaitBlocked(MANY);
        assertThat(background(() -> send(store, "PING")).result().asText()).isEqualTo("PONG");
        assertThat(background(() -> block(store, key(), SHORT)).result()).isSameAs(RedisReply.Nil.INSTANCE);

        IntStream.range(0, MANY).forEach(i -> admin("RPUSH " + key + " " + i));
        assertThat(blocked.stream().map(one -> popped(one.result())))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, MANY).mapToObj(Integer::toString).toList());
    }

    @Test
    final void blockingOverAndOverTakesNoFurtherConnections() throws Exception {
        RedisStore store = open();
        block(store, key(), SHORT);
        int before = clients().size();
        String key = key();
        admin("RPUSH " + key + " v".repeat(20));

        for (int i = 0; i < 20; i++) {
            popped(block(store, key, LONG));
        }

        // As many as before, or one to each server of a cluster.
        int most = before + servers().admins().size();
        until("connections: at most " + most, () -> clients().size() <= most);
    }
}
