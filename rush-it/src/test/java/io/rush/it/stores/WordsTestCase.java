package io.rush.it.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.StoreException;
import io.rush.api.store.Credentials;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.RedisSubscription;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.StoreProvider;
import io.rush.embedded.RedisServer;
import io.rush.it.servers.Admin;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the stores of rush say in the same words, beyond what the contract asks of every store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WordsTestCase {
    private static final Duration SHORT = Duration.ofMillis(50);

    private final StoreProvider provider;
    private final RedisServer server = RedisServer.start();
    private final RedisServer guarded = RedisServer.start(List.of("--requirepass", "secret"));
    private final Admin admin = Admin.of(server.port());
    private final RedisStore store;

    WordsTestCase(StoreProvider provider) {
        this.provider = provider;
        this.store = open(at(server));
    }

    @BeforeAll
    final void addUsers() {
        admin.send("ACL SETUSER ann on >pa:ss@wörd ~* &* +@all");
        admin.send("ACL SETUSER deaf on >secret +@all resetchannels &open");
    }

    @AfterAll
    final void end() {
        store.close();
        admin.close();
        guarded.close();
        server.close();
    }

    private static StoreConfig.Builder at(RedisServer server) {
        return StoreConfig.builder().server("127.0.0.1", server.port());
    }

    private RedisStore open(StoreConfig.Builder config) {
        return provider.open(config.build());
    }

    private static RedisReply send(RedisStore store, String line) {
        String[] words = line.split(" ", -1);
        return store.send(RedisCommand.of(words[0], Arrays.copyOfRange(words, 1, words.length)));
    }

    private static RedisReply pop(RedisStore store, String key) throws InterruptedException {
        return store.sendBlocking(RedisCommand.of("BLPOP", key, "0.05"), SHORT);
    }

    @Test
    final void connectionsAreNamed() {
        assertThat(send(store, "CLIENT GETNAME").asText()).isEqualTo("rush");
    }

    @Test
    final void theTextOfAStoreIsTheAddress() {
        assertThat(store).asString().contains("127.0.0.1:" + server.port());
    }

    @Test
    final void refusalsBeginWithTheCommand() {
        send(store, "SET text v");

        assertFails(() -> send(store, "LPUSH text x"), false)
                .hasMessageStartingWith("LPUSH: WRONGTYPE Operation against a key");
        assertFails(() -> pop(store, "text"), false).hasMessageStartingWith("BLPOP: WRONGTYPE");
    }

    @Test
    final void aRefusedSubscriptionNamesTheChannel() {
        try (RedisStore restricted = open(at(server).credentials(Credentials.of("deaf", "secret")))) {
            assertFails(() -> restricted.subscribe("news", message -> {}), false)
                    .hasMessageStartingWith("SUBSCRIBE news: NOPERM");
        }
    }

    @Test
    final void aMissingPasswordIsNamed() {
        assertOpeningFails(at(guarded), false).hasMessageContaining("NOAUTH").hasMessageContaining("give one");
    }

    @Test
    final void aWrongPasswordIsNamed() {
        assertOpeningFails(at(guarded).credentials(Credentials.ofPassword("hunter2")), false)
                .hasMessageContaining("WRONGPASS")
                .hasMessageContaining("check the user and the password")
                .hasStackTraceContaining("WRONGPASS");
        assertOpeningFails(at(server).credentials(Credentials.of("ann", "hunter2")), false)
                .hasMessageContaining("WRONGPASS");
    }

    @Test
    final void aPasswordTooManyIsNamed() {
        assertOpeningFails(at(server).credentials(Credentials.ofPassword("hunter2")), false)
                .hasMessageContaining("leave it out")
                .extracting(WordsTestCase::everythingPrinted)
                .asString()
                .doesNotContain("hunter2");
    }

    @Test
    final void aDatabaseTooHighIsNamed() {
        assertOpeningFails(at(server).database(99), false).hasMessageContaining("choose a database");
    }

    @Test
    final void aServerThatIsNotThereIsNamed() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertOpeningFails(StoreConfig.builder().server("127.0.0.1", port), true)
                .hasMessageContaining("refused")
                .hasMessageContaining("start the server");
    }

    @Test
    final void aHostThatDoesNotExistIsNamed() {
        assertOpeningFails(StoreConfig.builder().server("no-such-host.invalid", 6379), true)
                .hasMessageContaining("the host is unknown");
    }

    @Test
    final void aServerThatSaysNothingIsNamed() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StoreConfig.Builder config = StoreConfig.builder()
                    .server("127.0.0.1", silent.getLocalPort())
                    .connectTimeout(Duration.ofMillis(100));

            assertOpeningFails(config, true).hasMessageContaining("no answer in time");
        }
    }

    @Test
    final void aServerThatWentAwayIsNamed() {
        try (RedisServer own = RedisServer.start();
                RedisStore lost = open(at(own))) {
            own.kill();

            assertFails(() -> send(lost, "PING"), true).hasMessageContaining("127.0.0.1:" + own.port());
        }
    }

    @Test
    final void aReplyThatDoesNotComeInTimeIsNamed() {
        try (RedisServer own = RedisServer.start();
                RedisStore hasty = open(at(own).commandTimeout(Duration.ofMillis(200)))) {
            send(hasty, "CLIENT PAUSE 60000 ALL");

            assertFails(() -> send(hasty, "ECHO late"), true).hasMessageContaining("no reply in time");
        }
    }

    @Test
    final void whatPassesByItselfIsInTheWordsOfRedis() {
        try (RedisServer own = RedisServer.start();
                RedisStore demoted = open(at(own))) {
            send(demoted, "REPLICAOF 127.0.0.1 1");
            assertFails(() -> send(demoted, "SET k v"), true).hasMessageContaining(": READONLY ");

            send(demoted, "CONFIG SET replica-serve-stale-data no");
            assertFails(() -> send(demoted, "GET k"), true).hasMessageContaining(": MASTERDOWN ");
        }
    }

    @Test
    final void aClosedStoreSaysSo() {
        RedisStore closed = open(at(server));
        closed.close();

        assertFails(() -> send(closed, "PING"), false).hasMessageContaining("is closed");
        assertFails(() -> pop(closed, "nothing"), false).hasMessageContaining("is closed");
    }

    @Test
    final void theThreadOfASubscriptionEndsWhenItIsClosedWithoutAServer() {
        try (RedisServer own = RedisServer.start();
                RedisStore listening = open(at(own))) {
            RedisSubscription subscription = listening.subscribe("gone", message -> {});
            own.kill();

            subscription.close();

            Awaitility.await()
                    .until(() -> Thread.getAllStackTraces().keySet().stream()
                            .noneMatch(thread -> thread.getName().equals("rush-subscription-gone")));
        }
    }

    private static String everythingPrinted(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertOpeningFails(
            StoreConfig.Builder config, boolean retryable) {
        ServerAddress address = config.build().servers().get(0);
        return assertFails(() -> open(config), retryable)
                .hasMessageStartingWith("connecting to Redis at " + address + ": ");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertFails(
            ThrowingCallable call, boolean retryable) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failure -> assertThat(failure.isRetryable()).isEqualTo(retryable));
    }
}
