package io.rush.api.store;

import io.rush.api.error.ConfigurationException;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a Redis server is and how to speak to it. Immutable; built by {@link #builder()}. {@link #toString()} shows no
 * secret.
 */
public final class StoreConfig {
    /** Default port of Redis. */
    public static final int DEFAULT_PORT = 6379;

    /** Default time to establish a connection. */
    public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** Default time to wait for a reply. */
    public static final Duration DEFAULT_COMMAND_TIMEOUT = Duration.ofSeconds(30);

    private final String host;
    private final int port;
    private final int database;
    private final Optional<String> user;
    private final Optional<String> password;
    private final Duration connectTimeout;
    private final Duration commandTimeout;

    private StoreConfig(Builder builder) {
        this.host = builder.host;
        this.port = builder.port;
        this.database = builder.database;
        this.user = builder.user;
        this.password = builder.password;
        this.connectTimeout = builder.connectTimeout;
        this.commandTimeout = builder.commandTimeout;
    }

    /** Starts from {@code localhost:6379}, database 0, without credentials. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same with another time to wait for a reply; positive. */
    public StoreConfig withCommandTimeout(Duration value) {
        Builder copy = builder()
                .host(host)
                .port(port)
                .database(database)
                .connectTimeout(connectTimeout)
                .commandTimeout(value);
        user.ifPresent(copy::user);
        password.ifPresent(copy::password);
        return copy.build();
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public int database() {
        return database;
    }

    /** The ACL user; empty for the default user. */
    public Optional<String> user() {
        return user;
    }

    public Optional<String> password() {
        return password;
    }

    public Duration connectTimeout() {
        return connectTimeout;
    }

    public Duration commandTimeout() {
        return commandTimeout;
    }

    @Override
    public String toString() {
        return host + ":" + port + "/" + database;
    }

    /** Collects the settings of a {@link StoreConfig}. Not thread-safe. */
    public static final class Builder {
        private String host = "localhost";
        private int port = DEFAULT_PORT;
        private int database;
        private Optional<String> user = Optional.empty();
        private Optional<String> password = Optional.empty();
        private Duration connectTimeout = DEFAULT_CONNECT_TIMEOUT;
        private Duration commandTimeout = DEFAULT_COMMAND_TIMEOUT;

        private Builder() {}

        public Builder host(String value) {
            this.host = value;
            return this;
        }

        public Builder port(int value) {
            this.port = value;
            return this;
        }

        public Builder database(int value) {
            this.database = value;
            return this;
        }

        public Builder user(String value) {
            this.user = Optional.of(value);
            return this;
        }

        public Builder password(String value) {
            this.password = Optional.of(value);
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

        /**
         * Checks the settings and makes the configuration.
         *
         * @throws ConfigurationException if the host is empty, the port is not in 1 to 65535, the database is negative, a
         *     user has no password, or a timeout is not positive
         */
        public StoreConfig build() {
            require(!host.isBlank(), "the host of the Redis server is empty");
            require(port >= 1 && port <= 65_535, "the port of the Redis server must be in 1 to 65535, not " + port);
            require(database >= 0, "the Redis database must be 0 or more, not " + database);
            require(user.isEmpty() || password.isPresent(), "a Redis user was given without a password");
            require(isPositive(connectTimeout), "the connect timeout must be positive, not " + connectTimeout);
            require(isPositive(commandTimeout), "the command timeout must be positive, not " + commandTimeout);
            return new StoreConfig(this);
        }

        private static boolean isPositive(Duration duration) {
            return !duration.isNegative() && !duration.isZero();
        }

        private static void require(boolean condition, String message) {
            if (!condition) {
                throw new ConfigurationException(message);
            }
        }
    }
}
