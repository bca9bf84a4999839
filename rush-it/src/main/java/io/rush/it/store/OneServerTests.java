package io.rush.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.error.StoreException;
import io.rush.api.store.Credentials;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.ServerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What only one server has: databases, and a name to be called by. */
abstract class OneServerTests extends StoreTests {
    OneServerTests(Contract contract) {
        super(contract);
    }

    @Test
    final void theDatabaseIsTheOneOfTheConfiguration() throws Exception {
        String key = key();
        RedisStore third = open(config().database(3));
        send(third, "RPUSH " + key + " a b");

        assertThat(send(store(), "EXISTS " + key).asLong()).isZero();
        assertThat(third.sendAll(List.of(command("LLEN " + key)))).containsExactly(new RedisReply.Int(2));
        assertThat(popped(block(third, key, SHORT))).isEqualTo("a");
    }

    @Test
    final void theDatabaseIsTheSameAfterAConnectionWasCut() {
        String key = key();
        RedisStore third = open(config().database(3));
        send(third, "SET " + key + " v");

        cutAll();

        assertThat(send(third, "GET " + key).asText()).isEqualTo("v");
    }

    @Test
    final void aDatabaseThatTheServerDoesNotHaveIsFinal() {
        StoreException refusal = failureOf(() -> open(config().database(99)));

        assertFinal(refusal);
        assertThat(refusal).hasMessageContaining("DB index is out of range");
    }

    @Test
    final void aUserMayHaveNoOtherRightsThanThoseItUses() {
        admin("ACL SETUSER kit-bare on >secret ~* +get +ping");

        RedisStore store = open(config().credentials(Credentials.of("kit-bare", "secret")));

        assertThat(send(store, "GET " + key()).isNil()).isTrue();
    }

    @Test
    final void failuresNameTheServer() {
        StoreException refusal = failureOf(() -> open(config().credentials(OpeningTests.WRONG)));

        assertThat(refusal)
                .hasMessageContaining(config().build().servers().get(0).toString());
    }

    @Test
    final void aServerThatAcceptsAndSaysNothingIsRetryableAndNamed() throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (ServerSocket silent = new ServerSocket(0, 1, loopback)) {
            ServerAddress address = ServerAddress.of("127.0.0.1", silent.getLocalPort());
            StoreException failure = failureOf(() -> open(config().servers(List.of(address))
                    .connectTimeout(Duration.ofMillis(100))
                    .commandTimeout(Duration.ofMillis(100))));

            assertRetryable(failure);
            assertThat(failure).hasMessageContaining(address.toString());
        }
    }

    @Test
    final void aServerThatIsNotThereIsRetryableAndNamed() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ServerAddress address = ServerAddress.of("127.0.0.1", port);

        StoreException failure = failureOf(() -> open(config().servers(List.of(address))));

        assertRetryable(failure);
        assertThat(failure).hasMessageContaining(address.toString());
    }

    @Test
    final void whatAServerSaysThatBecameAReplicaIsRetryable() {
        String key = key();
        RedisStore store = open();
        admin("REPLICAOF 127.0.0.1 1");
        admin("CONFIG SET replica-serve-stale-data no");
        try {
            // A store that asks for something itself before may be told MASTERDOWN then.
            assertRetryable(failureOf(() -> send(store, "GET " + key)));

            admin("CONFIG SET replica-serve-stale-data yes");
            StoreException unwritten = failureOf(() -> send(store, "SET " + key + " v"));
            assertThat(unwritten).hasMessageContaining("READONLY");
            assertRetryable(unwritten);
            assertThat(store.sendAll(List.of(command("GET " + key), command("SET " + key + " v")))
                            .get(1))
                    .isInstanceOfSatisfying(
                            RedisReply.Failure.class,
                            failure -> assertThat(failure.isPassing()).isTrue());
        } finally {
            admin("CONFIG SET replica-serve-stale-data yes");
            admin("REPLICAOF NO ONE");
        }
        assertThat(send(store, "SET " + key + " v").asText()).isEqualTo("OK");
    }
}
