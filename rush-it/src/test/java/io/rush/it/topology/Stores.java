package io.rush.it.topology;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.StoreProvider;
import java.time.Duration;
import java.util.Arrays;
import java.util.ServiceLoader;

/** What the tests of this package do with stores. */
final class Stores {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private Stores() {}

    static StoreProvider provider() {
        return ServiceLoader.load(StoreProvider.class, Stores.class.getClassLoader())
                .findFirst()
                .orElseThrow();
    }

    static RedisStore open(StoreConfig config) {
        return provider().open(config);
    }

    /** A command in one line, split at spaces. */
    static RedisCommand command(String line) {
        String[] words = line.split(" ", -1);
        return RedisCommand.of(words[0], Arrays.copyOfRange(words, 1, words.length));
    }

    static RedisReply send(RedisStore store, String line) {
        return store.send(command(line));
    }
}
