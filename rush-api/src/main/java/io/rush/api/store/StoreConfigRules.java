package io.rush.api.store;

import io.rush.api.error.ConfigurationException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/** What holds between the settings of a configuration. */
final class StoreConfigRules {
    private StoreConfigRules() {}

    /** @throws ConfigurationException in words, for the first rule that is broken */
    static void check(StoreConfig config) {
        checkServers(config.servers(), config.topology());
        boolean socket = config.servers().stream().anyMatch(ServerAddress.UnixSocket.class::isInstance);
        require(
                !socket || config.tls().isEmpty(),
                "TLS does not run over a Unix domain socket, which no network sees; leave TLS out");
        require(config.database() >= 0, "the Redis database must be 0 or more, not " + config.database());
        require(
                config.database() == 0 || config.topology() != Topology.Cluster.INSTANCE,
                "a Redis Cluster has the database 0 and no other; leave the database out");
        requirePositive(config.connectTimeout(), "connect");
        requirePositive(config.commandTimeout(), "command");
        require(
                config.maxConnections() >= 1,
                "the maximum of connections must be 1 or more, not " + config.maxConnections());
    }

    private static void checkServers(List<ServerAddress> servers, Topology topology) {
        require(!servers.isEmpty(), "there is no Redis server to connect to; name at least one");
        require(new HashSet<>(servers).size() == servers.size(), "a Redis server is named twice; leave one out");
        boolean alone = topology == Topology.Standalone.INSTANCE;
        require(
                !alone || servers.size() == 1,
                "several Redis servers belong to sentinels or a cluster; name one, or choose that topology");
        require(
                alone || servers.stream().allMatch(ServerAddress.Tcp.class::isInstance),
                "sentinels and clusters are reached by host and port, not by a Unix domain socket");
    }

    private static void requirePositive(Duration timeout, String noun) {
        require(
                !timeout.isNegative() && !timeout.isZero(),
                "the " + noun + " timeout must be positive, not " + timeout);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new ConfigurationException(message);
        }
    }
}
