package io.rush.it.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.Rush;
import io.rush.api.RushConfig;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.error.ConfigurationException;
import io.rush.api.task.AwaitOutcome;
import io.rush.embedded.RedisServer;
import io.rush.it.worker.CountedSquare;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A handle on a client that the application has already. No module of rush but one sees the class of the client. */
class CallersClientIT {
    private RedisServer server;
    private AutoCloseable client;

    @BeforeEach
    void start() throws Exception {
        server = RedisServer.start();
        client = (AutoCloseable) Class.forName("redis.clients.jedis.RedisClient")
                .getMethod("create", String.class, int.class)
                .invoke(null, "127.0.0.1", server.port());
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void workersInThreadsShareIt() throws Exception {
        try (Rush rush =
                Rush.connect(RushConfig.builder("net").redisClient(client).build())) {
            rush.workers().startLocal(WorkerSpec.of(CountedSquare.class).kind(WorkerKind.THREAD));
            assertThatATaskIsDone(rush);

            assertThatThrownBy(() -> rush.workers().startLocal(WorkerSpec.of(CountedSquare.class)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("redisUrl");
        }
        assertThat(client.getClass().getMethod("ping").invoke(client)).isEqualTo("PONG");
    }

    @Test
    void workersInJvmsOfTheirOwnGetTheUrl() {
        try (Rush rush = Rush.connect(RushConfig.builder("net")
                .redisClient(client)
                .redisUrl(server.url())
                .build())) {
            rush.workers().startLocal(WorkerSpec.of(CountedSquare.class));
            assertThatATaskIsDone(rush);
        }
    }

    private static void assertThatATaskIsDone(Rush rush) {
        List<String> keys = rush.tasks().push(List.of(Map.of("x", 2L)));

        assertThat(rush.tasks().await(keys, Duration.ofMinutes(2))).isEqualTo(AwaitOutcome.DONE);
        assertThat(rush.tasks().counts().finished()).isOne();
    }
}
