package io.rush.it.support;

import io.rush.api.Rush;
import io.rush.api.RushConfig;
import io.rush.api.RushWorker;
import io.rush.api.WorkerSettings;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreProvider;
import io.rush.api.task.Seed;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A network of its own for one test, on real Redis; closed, it leaves no key behind. */
public final class TestNetwork implements AutoCloseable {
    private final String url;
    private final String id = "test-" + UUID.randomUUID();
    private final Optional<StoreProvider> provider;
    private final Deque<Rush> opened = new ArrayDeque<>();
    private final RedisStore redis;
    private final Rush rush;

    private TestNetwork(String url, Optional<StoreProvider> provider) {
        this.url = url;
        this.provider = provider;
        this.redis = TestRedis.open(provider.orElseGet(TestRedis::provider), url);
        this.rush = connect();
    }

    /** A network on the Redis that the tests share. */
    public static TestNetwork open() {
        return new TestNetwork(TestRedis.url(), Optional.empty());
    }

    /** A network on another server. */
    public static TestNetwork open(String url) {
        return new TestNetwork(url, Optional.empty());
    }

    /** A network on the Redis that the tests share, over a store of this provider's. */
    public static TestNetwork open(StoreProvider provider) {
        return new TestNetwork(TestRedis.url(), Optional.of(provider));
    }

    public String id() {
        return id;
    }

    public String url() {
        return url;
    }

    /** The controller's handle. */
    public Rush rush() {
        return rush;
    }

    /** A connection beneath rush, for seeding and looking. */
    public RedisStore redis() {
        return redis;
    }

    /** The way to the network over a store of the test's own. */
    public RushConfig config(RedisStore store) {
        return RushConfig.builder(id)
                .store(store)
                .outageTolerance(Duration.ZERO)
                .build();
    }

    public RushConfig config() {
        return builder().build();
    }

    private RushConfig.Builder builder() {
        RushConfig.Builder builder = RushConfig.builder(id).redisUrl(url);
        provider.ifPresent(builder::storeProvider);
        return builder;
    }

    /** Another controller's handle. */
    public Rush connect() {
        return keep(Rush.connect(config()));
    }

    /** Another controller's handle with an initial seed. */
    public Rush connect(Seed seed) {
        return keep(Rush.connect(config(seed)));
    }

    /** The way to the network with an initial seed. */
    public RushConfig config(Seed seed) {
        return builder().seed(seed).build();
    }

    /** Another controller's handle over a store of the test's own. */
    public Rush connect(RedisStore store) {
        return keep(Rush.connect(config(store)));
    }

    /** A worker over a store of the test's own. */
    public RushWorker worker(String workerId, RedisStore store) {
        return keep(RushWorker.register(config(store), WorkerSettings.ofId(workerId)));
    }

    /** A worker in the test's own threads. */
    public RushWorker worker() {
        return keep(RushWorker.register(config()));
    }

    /** A worker whose handle has an initial seed. */
    public RushWorker worker(Seed seed) {
        return keep(RushWorker.register(config(seed)));
    }

    public RushWorker worker(String workerId) {
        return keep(RushWorker.register(config(), WorkerSettings.ofId(workerId)));
    }

    private <T extends Rush> T keep(T handle) {
        opened.push(handle);
        return handle;
    }

    /** The full name of a key of the network. */
    public String key(String name) {
        return "rush:{" + id + "}:" + name;
    }

    /** Sends a command beneath rush. */
    public RedisReply send(String name, String... arguments) {
        return redis.send(RedisCommand.of(name, arguments));
    }

    /** Names of the keys that the network has in Redis, without its prefix. */
    public Set<String> keyNames() {
        Set<String> names = new TreeSet<>();
        String cursor = "0";
        do {
            List<RedisReply> page =
                    send("SCAN", cursor, "MATCH", key("*"), "COUNT", "1000").asList();
            cursor = page.get(0).asText();
            page.get(1).asList().forEach(name -> names.add(name.asText().substring(key("").length())));
        } while (!cursor.equals("0"));
        return names;
    }

    @Override
    public void close() {
        while (opened.size() > 1) {
            opened.pop().close();
        }
        rush.reset();
        rush.close();
        redis.close();
    }
}
