package io.rush.store.lettuce;

import static io.rush.store.lettuce.Probe.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreConfig;
import io.rush.embedded.RedisServer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyThreadsTest {
    private static final int COMMANDS = 1_000;

    @Test
    void everyThreadGetsItsOwnReplies() throws Exception {
        try (RedisServer server = RedisServer.start();
                RedisStore store = Probe.open(server)) {
            assertThat(mismatches(store, 32)).isZero();
            assertThat(send(store, "GET count").asText()).isEqualTo(Integer.toString(32 * COMMANDS));
        }
    }

    @Test
    void moreThreadsThanConnectionsTakeTurns() throws Exception {
        try (RedisServer server = RedisServer.start();
                RedisStore store = Probe.open(server)) {
            assertThat(mismatches(store, StoreConfig.DEFAULT_MAX_CONNECTIONS * 2))
                    .isZero();
            assertThat(connectionsReceived(store)).isLessThanOrEqualTo(StoreConfig.DEFAULT_MAX_CONNECTIONS + 1L);
        }
    }

    private static long mismatches(RedisStore store, int threads) throws Exception {
        CountDownLatch start = new CountDownLatch(threads);
        List<Background<Long>> all = IntStream.range(0, threads)
                .mapToObj(thread -> Background.start(() -> {
                    start.countDown();
                    start.await();
                    return mismatchesOfOne(store, thread);
                }))
                .toList();
        long sum = 0;
        for (Background<Long> one : all) {
            sum += one.result();
        }
        return sum;
    }

    private static long mismatchesOfOne(RedisStore store, int thread) {
        return IntStream.range(0, COMMANDS / 2)
                .filter(i -> {
                    String text = thread + " " + i;
                    store.sendAll(List.of(RedisCommand.of("INCR", "count"), RedisCommand.of("INCR", "count")));
                    return !store.send(RedisCommand.of("ECHO", text)).asText().equals(text);
                })
                .count();
    }

    private static long connectionsReceived(RedisStore store) {
        String line = send(store, "INFO stats")
                .asText()
                .lines()
                .filter(text -> text.startsWith("total_connections_received:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.substring(line.indexOf(':') + 1));
    }
}
