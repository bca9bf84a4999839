package io.rush.it.servers;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.StoreProvider;
import java.time.Duration;
import java.util.Arrays;
import java.util.ServiceLoader;
import java.util.function.Predicate;

/** Speaks to one server on its plain port, whatever it is part of. */
final class Admin implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 20;

    private final RedisStore store;

    private Admin(RedisStore store) {
        this.store = store;
    }

    static Admin of(int port) {
        StoreProvider provider = ServiceLoader.load(StoreProvider.class, Admin.class.getClassLoader())
                .findFirst()
                .orElseThrow();
        return new Admin(
                provider.open(StoreConfig.builder().server("127.0.0.1", port).build()));
    }

    /** Sends a command that is written in one line, split at spaces. */
    RedisReply send(String line) {
        String[] words = line.split(" ", -1);
        return store.send(RedisCommand.of(words[0], Arrays.copyOfRange(words, 1, words.length)));
    }

    /** Asks again and again until the answer is as wanted; an error is no answer. */
    void await(String line, Predicate<RedisReply> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(line, wanted)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the answer to " + line + " did not become what was wanted");
            }
            pause();
        }
    }

    private boolean holds(String line, Predicate<RedisReply> wanted) {
        try {
            return wanted.test(send(line));
        } catch (StoreException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for a server", interrupted);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
