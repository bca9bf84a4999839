package io.rush.bench.figure;

import io.rush.api.Rush;
import io.rush.api.RushConfig;
import io.rush.api.RushWorker;
import io.rush.api.error.ConfigurationException;
import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.StoreProvider;
import io.rush.bench.floor.BareClient;
import io.rush.bench.floor.BareRedis;
import io.rush.bench.floor.RecordingStore;
import io.rush.bench.floor.ServerLoad;
import io.rush.embedded.RedisServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** What the figures share: sizes, a Redis of their own, ways to reach it, archives filled once. For one thread. */
public final class Lab implements AutoCloseable {
    private final Sizes sizes;
    private final StoreProvider provider;
    private final RedisServer server;
    private final BareRedis bare;
    private final Map<Integer, FinishedNetwork> archives = new HashMap<>();

    private Lab(Sizes sizes, StoreProvider provider) {
        this.sizes = sizes;
        this.provider = provider;
        this.server = RedisServer.start();
        this.bare = bare();
    }

    /**
     * Starts a Redis that ends with the lab.
     *
     * @throws ConfigurationException if there is no store of that name on the path
     */
    public static Lab open(String store, Sizes sizes) {
        List<StoreProvider> providers = ServiceLoader.load(StoreProvider.class, Lab.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return providers.stream()
                .filter(provider -> provider.name().equals(store))
                .findFirst()
                .map(provider -> new Lab(sizes, provider))
                .orElseThrow(() -> new ConfigurationException("no store is called '" + store + "'; on the path are "
                        + providers.stream().map(StoreProvider::name).toList()));
    }

    /** Another lab like this one, with a Redis that nobody has used; the caller closes it. */
    Lab another() {
        return new Lab(sizes, provider);
    }

    Sizes sizes() {
        return sizes;
    }

    /** The version of the server. */
    public String redisVersion() {
        return ServerLoad.section(bare, "server").getOrDefault("redis_version", "unknown");
    }

    /** What the server has done so far. */
    ServerLoad load() {
        return ServerLoad.now(bare);
    }

    /** A connection for looking and preparing. */
    BareRedis redis() {
        return bare;
    }

    /** Another bare connection, which the caller closes. */
    public BareRedis bare() {
        return new BareRedis(server.port());
    }

    /** The client library beneath the store, by itself, which the caller closes; empty where it is not known. */
    Optional<BareClient> client() {
        return BareClient.of(provider.name(), server.port());
    }

    /** A handle as users have it. */
    public Rush connect(String networkId) {
        return Rush.connect(config(networkId).storeName(provider.name()).build());
    }

    /** A handle over a store of the caller's. */
    public Rush connect(String networkId, RedisStore store) {
        return Rush.connect(config(networkId).store(store).build());
    }

    /** A worker in the threads of this JVM. */
    public RushWorker register(String networkId, RedisStore store) {
        return RushWorker.register(config(networkId).store(store).build());
    }

    /** A store that remembers what rush sends; the caller closes it. */
    RecordingStore recorder() {
        return new RecordingStore(store());
    }

    /** A store beneath rush; the caller closes it. */
    public RedisStore store() {
        return provider.open(
                StoreConfig.builder().server("127.0.0.1", server.port()).build());
    }

    private RushConfig.Builder config(String networkId) {
        return RushConfig.builder(networkId).redisUrl(server.url());
    }

    /** A network with so many finished tasks, filled at the first call; with more if another figure added some. */
    FinishedNetwork archive(int tasks) {
        return archives.computeIfAbsent(tasks, size -> FinishedNetwork.fill(this, size));
    }

    @Override
    public void close() {
        bare.close();
        server.close();
    }
}
