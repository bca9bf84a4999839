package io.rush.store.lettuce;

import static io.rush.store.lettuce.Probe.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.ConfigurationException;
import io.rush.api.error.StoreException;
import io.rush.api.store.Credentials;
import io.rush.api.store.RedisStore;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.embedded.RedisServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

class OpeningTest {
    private static RedisServer open;
    private static RedisServer guarded;

    @BeforeAll
    static void start() {
        open = RedisServer.start();
        guarded = RedisServer.start(List.of("--requirepass", "secret"));
        try (RedisStore admin = Probe.open(open)) {
            send(admin, "ACL SETUSER ann on >pa:ss@wörd ~* &* +@all");
            send(admin, "ACL SETUSER bob on >hidden ~* +get +ping");
        }
    }

    @AfterAll
    static void stop() {
        open.close();
        guarded.close();
    }

    @Test
    void usesThePassword() {
        try (RedisStore store = Probe.open(Probe.config(guarded).credentials(Credentials.ofPassword("secret")))) {
            assertThat(send(store, "PING").asText()).isEqualTo("PONG");
        }
    }

    @Test
    void usesTheUser() {
        try (RedisStore store = Probe.open(Probe.config(open).credentials(Credentials.of("ann", "pa:ss@wörd")))) {
            assertThat(send(store, "ACL WHOAMI").asText()).isEqualTo("ann");
        }
    }

    @Test
    void usesTheDatabase() {
        try (RedisStore third = Probe.open(Probe.config(open).database(3));
                RedisStore first = Probe.open(open)) {
            send(third, "SET here v");

            assertThat(send(third, "GET here").asText()).isEqualTo("v");
            assertThat(send(first, "GET here").isNil()).isTrue();
        }
    }

    @Test
    void needsNoRightToNameItself() {
        try (RedisStore store = Probe.open(Probe.config(open).credentials(Credentials.of("bob", "hidden")))) {
            assertThat(send(store, "GET nothing").isNil()).isTrue();
        }
    }

    @Test
    void aMissingPasswordIsNamed() {
        assertFails(Probe.config(guarded), false).hasMessageContaining("NOAUTH").hasMessageContaining("give one");
    }

    @Test
    void aWrongPasswordIsNamedWithoutIt() {
        assertFails(Probe.config(guarded).credentials(Credentials.ofPassword("hunter2")), false)
                .hasMessageContaining("WRONGPASS")
                .hasMessageContaining("check the user and the password")
                .hasStackTraceContaining("WRONGPASS")
                .extracting(OpeningTest::everythingPrinted)
                .asString()
                .doesNotContain("hunter2");
    }

    @Test
    void aWrongPasswordOfAUserIsNamedWithoutIt() {
        assertFails(Probe.config(open).credentials(Credentials.of("ann", "hunter2")), false)
                .hasMessageContaining("WRONGPASS")
                .extracting(OpeningTest::everythingPrinted)
                .asString()
                .doesNotContain("hunter2");
    }

    @Test
    void aPasswordTooManyIsNamed() {
        assertFails(Probe.config(open).credentials(Credentials.ofPassword("hunter2")), false)
                .hasMessageContaining("leave it out")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aDatabaseTooHighIsNamed() {
        assertFails(Probe.config(open).database(99), false).hasMessageContaining("choose a database");
    }

    @Test
    @DisabledIf(
            value = "io.lettuce.core.resource.Transports$NativeTransports#isDomainSocketSupported",
            disabledReason = "netty's native transport is on this path")
    void aUnixDomainSocketAsksForTheNativeTransport() {
        StoreConfig socket = StoreConfig.builder()
                .servers(List.of(new ServerAddress.UnixSocket(Path.of("/nowhere/redis.sock"))))
                .build();

        assertThatThrownBy(() -> new LettuceStoreProvider().open(socket))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("unix:///nowhere/redis.sock")
                .hasMessageContaining("io.netty:netty-transport-native-epoll");
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertFails(StoreConfig.builder().server("127.0.0.1", port), true)
                .hasMessageContaining("refused")
                .hasMessageContaining("start the server");
    }

    @Test
    void aHostThatDoesNotExistIsNamed() {
        assertFails(StoreConfig.builder().server("no-such-host.invalid", 6379), true)
                .hasMessageContaining("the host is unknown");
    }

    @Test
    void aServerThatSaysNothingIsNamed() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertFails(
                            StoreConfig.builder()
                                    .server("127.0.0.1", silent.getLocalPort())
                                    .connectTimeout(Duration.ofMillis(100)),
                            true)
                    .hasMessageContaining("no answer in time");
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertFails(
            StoreConfig.Builder config, boolean retryable) {
        StoreConfig built = config.build();
        return assertThatThrownBy(() -> new LettuceStoreProvider().open(built))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failure -> assertThat(failure.isRetryable()).isEqualTo(retryable))
                .hasMessageStartingWith(
                        "connecting to Redis at " + built.servers().get(0) + ": ");
    }

    private static String everythingPrinted(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
