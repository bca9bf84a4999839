package io.rush.it.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.StoreException;
import io.rush.api.store.Credentials;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.embedded.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnixSocketTest extends TopologyTestCase {
    @TempDir
    private static Path directory;

    private static RedisServer server;
    private static RedisStore store;

    @BeforeAll
    static void start() {
        server = RedisServer.start(List.of("--unixsocket", socket().toString(), "--requirepass", "secret"));
        store = Stores.open(config().build());
    }

    @AfterAll
    static void stop() {
        store.close();
        server.close();
    }

    private static Path socket() {
        return directory.resolve("redis.sock");
    }

    private static StoreConfig.Builder config() {
        return StoreConfig.builder()
                .servers(List.of(new ServerAddress.UnixSocket(socket())))
                .credentials(Credentials.ofPassword("secret"));
    }

    @Override
    RedisStore store() {
        return store;
    }

    @Test
    void aReplyThatDoesNotComeIsNotWaitedForLonger() {
        try (RedisStore impatient =
                Stores.open(config().commandTimeout(Duration.ofMillis(100)).build())) {
            assertThatThrownBy(() -> Stores.send(impatient, "BLPOP nothing 2"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("no reply in time");
        }
    }

    @Test
    void aClosedStoreEndsWhoIsBlocked() throws Exception {
        RedisStore closing = Stores.open(config().build());
        CompletableFuture<Throwable> failure = CompletableFuture.supplyAsync(() -> failureOf(closing));
        awaitBlockedClient();

        closing.close();

        assertThat(failure.get(20, TimeUnit.SECONDS))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("closed");
    }

    private static Throwable failureOf(RedisStore closing) {
        try {
            return new AssertionError(closing.sendBlocking(Stores.command("BLPOP never 30"), Duration.ofSeconds(30))
                    .toString());
        } catch (StoreException | InterruptedException failed) {
            return failed;
        }
    }

    private static void awaitBlockedClient() {
        while (!Stores.send(store, "INFO clients").asText().contains("blocked_clients:1\r")) {
            Thread.onSpinWait();
        }
    }

    @Test
    void anInterruptLosesNothingThatRedisHandedOut() throws Exception {
        Stores.send(store, "RPUSH handed x");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> store.sendBlocking(Stores.command("BLPOP handed 1"), Duration.ofSeconds(1)))
                .isInstanceOf(InterruptedException.class);

        RedisReply reply = store.sendBlocking(Stores.command("BLPOP handed 1"), Duration.ofSeconds(1));

        assertThat(reply.asList().get(1).asText()).isEqualTo("x");
    }

    @Test
    void anInterruptedThreadStillSends() {
        Thread.currentThread().interrupt();
        try {
            assertThat(Stores.send(store, "ECHO still").asText()).isEqualTo("still");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aSocketThatIsNotThereIsNamed() {
        Path absent = directory.resolve("absent.sock");
        StoreConfig config =
                config().servers(List.of(new ServerAddress.UnixSocket(absent))).build();

        assertThatThrownBy(() -> Stores.open(config))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(absent.toString());
    }

    @Test
    void aWrongPasswordIsNamedWithoutIt() {
        StoreConfig config =
                config().credentials(Credentials.ofPassword("hunter2")).build();

        assertThatThrownBy(() -> Stores.open(config))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("WRONGPASS")
                .hasMessageNotContaining("hunter2");
    }
}
