package io.rush.store.lettuce;

import static io.rush.store.lettuce.Probe.LONG;
import static io.rush.store.lettuce.Probe.awaitBlocked;
import static io.rush.store.lettuce.Probe.block;
import static io.rush.store.lettuce.Probe.freshKey;
import static io.rush.store.lettuce.Probe.send;
import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf(
        value = "io.lettuce.core.resource.Transports$NativeTransports#isDomainSocketSupported",
        disabledReason = "netty's native transport is not on this path; the execution native-transport has it")
class UnixSocketTest {
    @TempDir
    private Path directory;

    private RedisServer server;
    private RedisStore store;

    @BeforeEach
    void start() {
        server = RedisServer.start(List.of("--unixsocket", socket().toString(), "--requirepass", "secret"));
        store = new LettuceStoreProvider().open(config().build());
    }

    @AfterEach
    void stop() {
        store.close();
        server.close();
    }

    private Path socket() {
        return directory.resolve("redis.sock");
    }

    private StoreConfig.Builder config() {
        return StoreConfig.builder()
                .servers(List.of(new ServerAddress.UnixSocket(socket())))
                .credentials(Credentials.ofPassword("secret"));
    }

    @Test
    void commandsBlockingCommandsAndSubscriptionsWork() throws Exception {
        String key = freshKey();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        store.subscribe("news", message -> heard.add(new String(message, UTF_8)));
        Background<RedisReply> blocked = Background.start(() -> block(store, key, LONG));
        awaitBlocked(store, 1);

        send(store, "RPUSH " + key + " v");
        send(store, "PUBLISH news x");

        assertThat(blocked.result().asList().get(1).asText()).isEqualTo("v");
        assertThat(heard.poll(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo("x");
    }

    @Test
    void aWrongPasswordIsNamedWithoutIt() {
        StoreConfig wrong =
                config().credentials(Credentials.ofPassword("hunter2")).build();

        assertThatThrownBy(() -> new LettuceStoreProvider().open(wrong))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("unix://" + socket())
                .hasMessageContaining("WRONGPASS")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aSocketThatIsNotThereIsNamed() {
        StoreConfig missing = StoreConfig.builder()
                .servers(List.of(new ServerAddress.UnixSocket(directory.resolve("missing.sock"))))
                .build();

        assertThatThrownBy(() -> new LettuceStoreProvider().open(missing))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failure -> assertThat(failure.isRetryable()).isTrue())
                .hasMessageContaining("missing.sock");
    }
}
