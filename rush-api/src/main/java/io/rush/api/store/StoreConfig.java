package io.rush.api.store;

import io.rush.api.error.ConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where Redis is and how to speak to it. Immutable; built by {@link #builder()}. {@link #toString()} shows no secret.
 */
public final class StoreConfig {
    /** Default time to establish a connection. */
    public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** Default time to wait for a reply. */
    public static final Duration DEFAULT_COMMAND_TIMEOUT = Duration.ofSeconds(30);

    /** Default of the most calls that a store has under way at once. */
    public static final int DEFAULT_MAX_CONNECTIONS = 64;

    private final List<ServerAddress> servers;
    private final Topology topology;
    private final int database;
    private final Optional<Credentials> credentials;
    private final Optional<TlsSettings> tls;
    private final Duration connectTimeout;
    private final Duration commandTimeout;
    private final int maxConnections;

    private StoreConfig(Builder builder) {
        this.servers = builder.servers;
        this.topology = builder.topology;
        this.database = builder.database;
        this.credentials = builder.credentials;
        this.tls = builder.tls;
        this.connectTimeout = builder.connectTimeout;
        this.commandTimeout = builder.commandTimeout;
        this.maxConnections = builder.maxConnections;
    }

    /** Starts from {@code localhost:6379}, standalone, database 0, without credentials and TLS. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same with another time to wait for a reply; positive. */
    public StoreConfig withCommandTimeout(Duration value) {
        return toBuilder().commandTimeout(value).build();
    }

    /** Starts from these settings. */
    public Builder toBuilder() {
        Builder copy = builder()
                .servers(servers)
                .topology(topology)
                .database(database)
                .connectTimeout(connectTimeout)
                .commandTimeout(commandTimeout)
                .maxConnections(maxConnections);
        credentials.ifPresent(copy::credentials);
        tls.ifPresent(copy::tls);
        return copy;
    }

    /** The one server, the sentinels, or some nodes of the cluster; at least one. */
    public List<ServerAddress> servers() {
        return servers;
    }

    /** How the servers belong together. */
    public Topology topology() {
        return topology;
    }

    /** The database's number; 0 in a cluster. */
    public int database() {
        return database;
    }

    /** What the servers that hold the data ask for. */
    public Optional<Credentials> credentials() {
        return credentials;
    }

    /** How connections are encrypted, those to sentinels too; empty for plain ones. */
    public Optional<TlsSettings> tls() {
        return tls;
    }

    public Duration connectTimeout() {
        return connectTimeout;
    }

    public Duration commandTimeout() {
        return commandTimeout;
    }

    /**
     * The most calls that a store has under way at once, blocking commands and subscriptions not counted; callers beyond
     * them wait for their turn.
     */
    public int maxConnections() {
        return maxConnections;
    }

    @Override
    public String toString() {
        String addresses = servers.stream().map(Object::toString).collect(Collectors.joining(","));
        String prefix = topology == Topology.Standalone.INSTANCE ? "" : topology + " at ";
        return prefix + addresses + (topology == Topology.Cluster.INSTANCE ? "" : "/" + database);
    }

    /** Collects the settings of a {@link StoreConfig}. Not thread-safe. */
    public static final class Builder {
        private List<ServerAddress> servers = List.of(ServerAddress.of("localhost", ServerAddress.DEFAULT_PORT));
        private Topology topology = Topology.Standalone.INSTANCE;
        private int database;
        private Optional<Credentials> credentials = Optional.empty();
        private Optional<TlsSettings> tls = Optional.empty();
        private Duration connectTimeout = DEFAULT_CONNECT_TIMEOUT;
        private Duration commandTimeout = DEFAULT_COMMAND_TIMEOUT;
        private int maxConnections = DEFAULT_MAX_CONNECTIONS;

        private Builder() {}

        /** One server by host and port. */
        public Builder server(String host, int port) {
            return servers(List.of(ServerAddress.of(host, port)));
        }

        /** The servers; their order is the order in which they are tried. */
        public Builder servers(List<? extends ServerAddress> values) {
            this.servers = List.copyOf(values);
            return this;
        }

        public Builder topology(Topology value) {
            this.topology = value;
            return this;
        }

        public Builder database(int value) {
            this.database = value;
            return this;
        }

        public Builder credentials(Credentials value) {
            this.credentials = Optional.of(value);
            return this;
        }

        public Builder tls(TlsSettings value) {
            this.tls = Optional.of(value);
            return this;
        }

        public Builder connectTimeout(Duration value) {
            this.connectTimeout = value;
            return this;
        }

        public Builder commandTimeout(Duration value) {
            this.commandTimeout = value;
            return this;
        }

        public Builder maxConnections(int value) {
            this.maxConnections = value;
            return this;
        }

        /**
         * Checks the settings and makes the configuration.
         *
         * @throws ConfigurationException if there is no server, one is named twice, several stand without sentinels or
         *     cluster, a Unix domain socket stands for sentinels or cluster or with TLS, the database is negative or
         *     chosen in a cluster, a timeout is not positive, or there is not at least one connection
         */
        public StoreConfig build() {
            StoreConfig config = new StoreConfig(this);
            StoreConfigRules.check(config);
            return config;
        }
    }
}
