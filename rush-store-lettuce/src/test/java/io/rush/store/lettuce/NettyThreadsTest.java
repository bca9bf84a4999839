package io.rush.store.lettuce;

import static io.rush.store.lettuce.Probe.LONG;
import static io.rush.store.lettuce.Probe.block;
import static io.rush.store.lettuce.Probe.freshKey;
import static io.rush.store.lettuce.Probe.send;
import static io.rush.store.lettuce.Probe.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.RedisStore;
import io.rush.embedded.RedisServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NettyThreadsTest {
    @Test
    void storesShareThemAndTheLastOneEndsThem() throws Exception {
        try (RedisServer server = RedisServer.start()) {
            RedisStore one = Probe.open(server);
            try (RedisStore other = Probe.open(server)) {
                for (int i = 0; i < 5; i++) {
                    block(one, freshKey(), Duration.ofMillis(10));
                    block(other, freshKey(), Duration.ofMillis(10));
                }
                one.close();

                assertThat(send(other, "PING").asText()).isEqualTo("PONG");
                assertThat(threads())
                        .hasSizeBetween(1, 5)
                        .allSatisfy(thread -> assertThat(thread.isDaemon()).isTrue());
            }
            until(() -> threads().isEmpty());
        }
    }

    @Test
    void aStoreCanBeOpenedAfterTheLastOneWasClosed() {
        try (RedisServer server = RedisServer.start()) {
            Probe.open(server).close();
            try (RedisStore again = Probe.open(Probe.config(server).commandTimeout(LONG))) {
                assertThat(send(again, "PING").asText()).isEqualTo("PONG");
            }
        }
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("lettuce-"))
                .toList();
    }
}
