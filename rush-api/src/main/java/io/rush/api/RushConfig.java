package io.rush.api;

import io.rush.api.error.ConfigurationException;
import io.rush.api.store.RedisStore;
import io.rush.api.store.StoreProvider;
import io.rush.api.task.Seed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a handle reaches its network. Immutable; built by {@link #builder}. {@link #toString()} shows no secret.
 *
 * <p>A store is chosen so: an instance is used as it is; a provider's name must match exactly one provider on the path;
 * with neither, exactly one must be there.
 */
public final class RushConfig {
    /** How often a handle looks for lost workers where neither the configuration nor the plan says otherwise. */
    public static final Duration DEFAULT_LOST_DETECTION = Duration.ofSeconds(5);

    /** How long Redis may be away where neither the configuration nor the plan says otherwise. */
    public static final Duration DEFAULT_OUTAGE_TOLERANCE = Duration.ofSeconds(60);

    /**
     * What a field of a task may take in Redis where neither the configuration nor the plan says otherwise: a little less
     * than the 512 MiB that Redis can store.
     */
    public static final long DEFAULT_LARGE_OBJECT_LIMIT_BYTES = 511L * 1024 * 1024;

    private static final Pattern NETWORK_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    private final String networkId;
    private final Optional<String> redisUrl;
    private final Optional<RedisStore> store;
    private final Optional<Object> redisClient;
    private final Optional<StoreProvider> storeProvider;
    private final Optional<String> storeName;
    private final OptionalLong cacheLimitBytes;
    private final Optional<Path> largeObjectDirectory;
    private final OptionalLong largeObjectLimitBytes;
    private final Optional<Seed> seed;
    private final ClassLoader classLoader;
    private final Optional<Duration> lostDetection;
    private final Optional<Duration> outageTolerance;

    private RushConfig(Builder builder) {
        this.networkId = builder.networkId;
        this.redisUrl = builder.redisUrl;
        this.store = builder.store;
        this.redisClient = builder.redisClient;
        this.storeProvider = builder.storeProvider;
        this.storeName = builder.storeName;
        this.cacheLimitBytes = builder.cacheLimitBytes;
        this.largeObjectDirectory = builder.largeObjectDirectory;
        this.largeObjectLimitBytes = builder.largeObjectLimitBytes;
        this.seed = builder.seed;
        this.classLoader = builder.classLoader;
        this.lostDetection = builder.lostDetection;
        this.outageTolerance = builder.outageTolerance;
    }

    /** Defaults for a network; see {@link Rush#connect(String)}. */
    public static RushConfig of(String networkId) {
        return builder(networkId).build();
    }

    /** Starts with the defaults for a network. */
    public static Builder builder(String networkId) {
        return new Builder(networkId);
    }

    public String networkId() {
        return networkId;
    }

    /** The URL of the server, where one was set. */
    public Optional<String> redisUrl() {
        return redisUrl;
    }

    /** The connected store, where one was handed in; it stays open when the handle is closed. */
    public Optional<RedisStore> store() {
        return store;
    }

    /** The client of a Redis library, where one was handed in; it stays open when the handle is closed. */
    public Optional<Object> redisClient() {
        return redisClient;
    }

    /** The store provider, where one was handed in. */
    public Optional<StoreProvider> storeProvider() {
        return storeProvider;
    }

    /** The name of the store provider, where one was set. */
    public Optional<String> storeName() {
        return storeName;
    }

    /** Upper limit of the archive cache; empty for none. */
    public OptionalLong cacheLimitBytes() {
        return cacheLimitBytes;
    }

    /** The large-object directory, where one was set. */
    public Optional<Path> largeObjectDirectory() {
        return largeObjectDirectory;
    }

    /** What a field of a task may take in Redis, where that was set. */
    public OptionalLong largeObjectLimitBytes() {
        return largeObjectLimitBytes;
    }

    /** The initial seed of the handle, where one was set. */
    public Optional<Seed> seed() {
        return seed;
    }

    /** Where providers, functions and loops are looked up. */
    public ClassLoader classLoader() {
        return classLoader;
    }

    /** How often the handle looks for lost workers: as set here, else by the plan, else the default; zero for never. */
    public Duration lostDetection() {
        return lostDetection.orElseGet(
                () -> RushPlan.current().map(RushPlan::lostDetection).orElse(DEFAULT_LOST_DETECTION));
    }

    /** How long Redis may be away before a call fails: as set here, else by the plan, else the default. */
    public Duration outageTolerance() {
        return outageTolerance.orElseGet(
                () -> RushPlan.current().map(RushPlan::outageTolerance).orElse(DEFAULT_OUTAGE_TOLERANCE));
    }

    @Override
    public String toString() {
        return "network " + networkId;
    }

    /** Collects the settings of a {@link RushConfig}. Not thread-safe. */
    public static final class Builder {
        private final String networkId;
        private Optional<String> redisUrl = Optional.empty();
        private Optional<RedisStore> store = Optional.empty();
        private Optional<Object> redisClient = Optional.empty();
        private Optional<StoreProvider> storeProvider = Optional.empty();
        private Optional<String> storeName = Optional.empty();
        private OptionalLong cacheLimitBytes = OptionalLong.empty();
        private Optional<Path> largeObjectDirectory = Optional.empty();
        private OptionalLong largeObjectLimitBytes = OptionalLong.empty();
        private Optional<Seed> seed = Optional.empty();
        private ClassLoader classLoader = RushProvider.defaultClassLoader();
        private Optional<Duration> lostDetection = Optional.empty();
        private Optional<Duration> outageTolerance = Optional.empty();

        private Builder(String networkId) {
            this.networkId = networkId;
        }

        /**
         * Where Redis is: {@code redis://[user:password@]host[:port][/database]}, {@code rediss://} with TLS, {@code
         * unix:///path}, {@code redis-sentinel://host,host/database?master=name}, {@code redis-cluster://host,host}, the
         * last two with TLS as {@code rediss-}. Parameters follow a question mark; the README has them all.
         */
        public Builder redisUrl(String url) {
            this.redisUrl = Optional.of(url);
            return this;
        }

        /** A connected store of the caller's; local workers in other JVMs then need a {@link #redisUrl} too. */
        public Builder store(RedisStore instance) {
            this.store = Optional.of(instance);
            return this;
        }

        /**
         * A connected client of a Redis library that the caller made and keeps, for example Jedis' {@code RedisClient}. The
         * store provider that knows it makes a store of it. Local workers in other JVMs then need a {@link #redisUrl} too.
         */
        public Builder redisClient(Object client) {
            this.redisClient = Optional.of(client);
            return this;
        }

        /** The store provider itself, without any discovery. */
        public Builder storeProvider(StoreProvider provider) {
            this.storeProvider = Optional.of(provider);
            return this;
        }

        /** The name of the store provider, for example {@code jedis}. */
        public Builder storeName(String name) {
            this.storeName = Optional.of(name);
            return this;
        }

        /** Upper limit of the archive cache in bytes; chunks that were dropped are read again when they are needed. */
        public Builder cacheLimitBytes(long bytes) {
            this.cacheLimitBytes = OptionalLong.of(bytes);
            return this;
        }

        /**
         * A directory for values that are too large for Redis; created when it is needed. Every member of the network must
         * reach it under the path that it sets itself. Default: the plan's, else none.
         */
        public Builder largeObjectDirectory(Path directory) {
            this.largeObjectDirectory = Optional.of(directory);
            return this;
        }

        /**
         * The most bytes that the inputs, outputs or extras of a task, or the arguments of a start, take in Redis as JSON;
         * larger ones go to the {@link #largeObjectDirectory}, or are refused where there is none. 1 to 512 MiB. Default:
         * the plan's, else {@link #DEFAULT_LARGE_OBJECT_LIMIT_BYTES}.
         */
        public Builder largeObjectLimitBytes(long bytes) {
            this.largeObjectLimitBytes = OptionalLong.of(bytes);
            return this;
        }

        /** The initial seed of the handle, from one integer as R's {@code set.seed} does; see {@link #seed(Seed)}. */
        public Builder seed(int number) {
            return seed(Seed.of(number));
        }

        /**
         * The initial seed of the handle (manual, {@code seed} of {@code Rush$new}): each task that it pushes gets a
         * random stream of its own, in order of push. The first task gets the stream after that of the seed, the second
         * one the next, and so on; see {@link Tasks}. Another handle with the same seed begins anew.
         */
        public Builder seed(Seed initial) {
            this.seed = Optional.of(initial);
            return this;
        }

        /** Where providers, functions and loops are looked up; by default the loader of the application. */
        public Builder classLoader(ClassLoader loader) {
            this.classLoader = loader;
            return this;
        }

        /**
         * How often the handle looks for lost workers in the background, as {@link Workers#detectLost()} does; zero for
         * never, as in the manual. Default: the plan's, else 5 seconds.
         *
         * <p>While Redis is reached, a task of a worker that died has failed within: the heartbeat's expire and one
         * interval for workers with a heartbeat, from wherever the handle is; one interval for other workers of the same
         * machine; at once for those that this handle started. A look is one command for every 500 workers, so the
         * default adds a fifth of a command a second. A handle that knows of no workers does not look; it learns of them
         * when it starts, lists or awaits some, and whenever it waits for tasks or results. A worker that registered
         * itself without a heartbeat, or a local one without, is not found from another machine.
         */
        public Builder lostDetection(Duration interval) {
            this.lostDetection = Optional.of(Bounds.lostDetection(interval));
            return this;
        }

        /**
         * How long Redis may be away, as while it restarts or fails over, before a call of the handle or of its local
         * workers fails: until then the call is made again, with growing pauses of a second at most, so that it goes on within a
         * second of Redis' being reached again. Zero to fail at once.
         * Every call of rush may reach Redis twice without harm. A call with a timeout of its own may take that much
         * longer; to open a handle and the search for lost workers are never repeated. Default: the plan's, else 60
         * seconds.
         */
        public Builder outageTolerance(Duration tolerance) {
            this.outageTolerance = Optional.of(Bounds.outageTolerance(tolerance));
            return this;
        }

        /**
         * Checks the settings and makes the configuration.
         *
         * @throws ConfigurationException if the network id is not 1 to 128 letters, digits, dots, underscores or hyphens
         *     beginning with a letter or digit, if more than one of store, provider and name is set, or a store and a
         *     client, if the cache limit is negative, or if the limit of large objects is not 1 byte to 512 MiB
         */
        public RushConfig build() {
            if (!NETWORK_ID.matcher(networkId).matches()) {
                throw new ConfigurationException("illegal network id '" + networkId + "': use 1 to 128 letters, digits,"
                        + " dots, underscores and hyphens, beginning with a letter or digit");
            }
            long ways = Stream.of(store, storeProvider, storeName)
                    .filter(Optional::isPresent)
                    .count();
            if (ways > 1) {
                throw new ConfigurationException(
                        "a store instance, a store provider and a store name exclude each other; set one of them");
            }
            if (store.isPresent() && redisClient.isPresent()) {
                throw new ConfigurationException(
                        "a store instance and a Redis client exclude each other; set one of them");
            }
            if (cacheLimitBytes.orElse(0) < 0) {
                throw new ConfigurationException(
                        "the cache limit must be 0 or more bytes, not " + cacheLimitBytes.getAsLong());
            }
            largeObjectLimitBytes.ifPresent(Bounds::largeObjectLimit);
            return new RushConfig(this);
        }
    }
}
