package io.rush.store.jedis;

import static org.assertj.core.api.Assertions.fail;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreConfig;
import io.rush.embedded.RedisServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What the tests of this module do to a server. */
final class Probe {
    static final Duration LONG = Duration.ofSeconds(60);

    private static final AtomicInteger KEYS = new AtomicInteger();

    private Probe() {}

    static RedisStore open(RedisServer server) {
        return new JedisStoreProvider()
                .open(StoreConfig.builder().server("127.0.0.1", server.port()).build());
    }

    /** A command in one line, split at spaces. */
    static RedisCommand command(String line) {
        String[] words = line.split(" ", -1);
        return RedisCommand.of(words[0], Arrays.copyOfRange(words, 1, words.length));
    }

    static RedisReply send(RedisStore store, String line) {
        return store.send(command(line));
    }

    static RedisReply block(RedisStore store, String key, Duration patience) throws InterruptedException {
        String seconds = Double.toString(patience.toMillis() / 1000.0);
        return store.sendBlocking(RedisCommand.of("BLPOP", key, seconds), patience);
    }

    static String freshKey() {
        return "key-" + KEYS.incrementAndGet();
    }

    static void awaitBlocked(RedisStore store, int clients) {
        until(() -> send(store, "INFO clients").asText().contains("blocked_clients:" + clients + "\r"));
    }

    /** Looks again and again until the condition holds. */
    static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                fail("the condition did not become true");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
