package io.rush.store.jedis;

import static io.rush.store.jedis.Probe.block;
import static io.rush.store.jedis.Probe.command;
import static io.rush.store.jedis.Probe.freshKey;
import static io.rush.store.jedis.Probe.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LostConnectionTest extends OwnServerTestCase {
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void aServerThatBecameAReplicaIsLeft() {
        send(store, "REPLICAOF 127.0.0.1 1");
        long before = connections();

        assertThat(store.sendAll(List.of(command("GET k"), command("SET k v"))).get(1))
                .isInstanceOfSatisfying(
                        RedisReply.Failure.class,
                        failure -> assertThat(failure.isPassing()).isTrue());
        assertThatThrownBy(() -> send(store, "SET k v"))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failure -> assertThat(failure.isRetryable()).isTrue())
                .hasMessageContaining("READONLY");

        assertThat(connections()).isEqualTo(before + 2);
    }

    private long connections() {
        String line = send(store, "INFO stats")
                .asText()
                .lines()
                .filter(text -> text.startsWith("total_connections_received:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.substring(line.indexOf(':') + 1));
    }

    @Test
    void aServerThatWentAwayIsARetryableFailure() {
        server.kill();

        StoreException failure = catchThrowableOfType(StoreException.class, () -> send(store, "PING"));

        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure).hasMessageContaining("127.0.0.1:" + server.port());
    }

    @Test
    void everythingWorksAgainAtTheNextCallAfterARestart() throws Exception {
        block(store, freshKey(), SHORT);
        server.kill();
        server.restart();

        assertThat(send(store, "PING").asText()).isEqualTo("PONG");
        assertThat(block(store, freshKey(), SHORT).isNil()).isTrue();
    }

    @Test
    void everythingWorksAgainAfterCallsInBetweenFailed() {
        server.kill();
        assertThatThrownBy(() -> send(store, "PING")).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.sendAll(List.of(command("PING")))).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> block(store, freshKey(), SHORT)).isInstanceOf(StoreException.class);
        server.restart();

        assertThat(store.sendAll(List.of(command("PING"), command("PING")))).hasSize(2);
    }

    @Test
    void anIdleConnectionThatDiedIsReplacedUnnoticed() throws Exception {
        block(store, freshKey(), SHORT);
        cutAll();
        assertThat(send(store, "PING").asText()).isEqualTo("PONG");

        cutAll();
        assertThat(store.sendAll(List.of(command("PING"), command("PING")))).hasSize(2);

        cutAll();
        assertThat(block(store, freshKey(), SHORT).isNil()).isTrue();
    }

    @Test
    void aBlockedCallEndsWithTheServer() throws Exception {
        Background<RedisReply> blocked = Background.start(() -> block(store, freshKey(), Probe.LONG));
        Probe.awaitBlocked(store, 1);

        server.kill();

        assertThat(blocked.failure())
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failure -> assertThat(failure.isRetryable()).isTrue());
    }

    @Test
    void aReplyThatDoesNotComeInTimeIsARetryableFailureAndIsNeverReadLater() {
        try (RedisStore hasty = Probe.open(Probe.config(server).commandTimeout(Duration.ofSeconds(1)))) {
            send(store, "CLIENT PAUSE 1500 ALL");

            StoreException failure = catchThrowableOfType(StoreException.class, () -> send(hasty, "ECHO late"));

            assertThat(failure.isRetryable()).isTrue();
            assertThat(failure).hasMessageContaining("no reply in time");
            send(store, "PING");
            assertThat(send(hasty, "ECHO present").asText()).isEqualTo("present");
        }
    }

    @Test
    void whatPassesByItselfIsRetryable() {
        send(store, "REPLICAOF 127.0.0.1 1");
        assertRetryable("SET k v", "READONLY");

        send(store, "CONFIG SET replica-serve-stale-data no");
        assertRetryable("GET k", "MASTERDOWN");
    }

    @Test
    void aClosedStoreSaysSo() {
        store.close();
        store.close();

        assertThatThrownBy(() -> send(store, "PING"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is closed");
        assertThatThrownBy(() -> block(store, freshKey(), SHORT))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is closed");
    }

    @Test
    void aClosedStoreLeavesNoConnection() throws Exception {
        try (RedisStore other = Probe.open(server)) {
            send(other, "PING");
            block(other, freshKey(), SHORT);
            other.subscribe("news", message -> {});
        }

        Probe.until(() -> send(store, "INFO clients").asText().contains("connected_clients:1\r"));
    }

    private void assertRetryable(String line, String word) {
        StoreException failure = catchThrowableOfType(StoreException.class, () -> send(store, line));
        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure).hasMessageContaining(": " + word + " ");
    }

    private void cutAll() {
        try (RedisStore other = Probe.open(server)) {
            send(other, "CLIENT KILL TYPE normal SKIPME yes");
        }
    }
}
