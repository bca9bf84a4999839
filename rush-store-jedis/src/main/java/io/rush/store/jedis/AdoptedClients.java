package io.rush.store.jedis;

import io.rush.api.error.ConfigurationException;
import io.rush.api.store.RedisStore;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.util.Pool;

/**
 * Makes stores of clients that callers made. What does not block goes through the client's pool; what blocks or listens
 * has connections beside it that are made the same way, so that it takes none of the caller's for long.
 */
final class AdoptedClients {
    private static final String LIBRARY = "redis.clients.jedis.";

    private AdoptedClients() {}

    static Optional<RedisStore> store(Object client) {
        return route(client)
                .map(route -> JedisStore.over(
                        route,
                        connections(client),
                        StoreConfig.DEFAULT_COMMAND_TIMEOUT,
                        "the caller's " + client.getClass().getSimpleName()));
    }

    private static Optional<Route> route(Object client) {
        if (client instanceof RedisClient standalone) {
            return Optional.of(node(standalone::getPool, "the caller's client"));
        }
        if (client instanceof RedisSentinelClient sentinel) {
            return Optional.of(node(() -> primary(sentinel), "the caller's sentinel client"));
        }
        if (client instanceof RedisClusterClient cluster) {
            List<ServerAddress.Tcp> seeds = cluster.getClusterNodes().keySet().stream()
                    .map(HostAndPort::from)
                    .filter(node -> !node.getHost().isBlank())
                    .map(node -> ServerAddress.of(node.getHost(), node.getPort()))
                    .toList();
            return Optional.of(Routes.cluster(seeds, address -> member(cluster, address)));
        }
        if (client.getClass().getName().startsWith(LIBRARY)) {
            throw new ConfigurationException("the store jedis takes a RedisClient, RedisSentinelClient or"
                    + " RedisClusterClient of Jedis, not a " + client.getClass().getName() + "; make one of these");
        }
        return Optional.empty();
    }

    private static int connections(Object client) {
        int most =
                client instanceof RedisClient standalone ? standalone.getPool().getMaxTotal() : -1;
        return most < 1 ? StoreConfig.DEFAULT_MAX_CONNECTIONS : most;
    }

    private static Node node(ClientPool pool, String name) {
        StoreFailures failures = new StoreFailures(name);
        return new Node(new ClientOpener(pool, failures), new BorrowedConnections(pool, failures));
    }

    private static Pool<Connection> primary(RedisSentinelClient client) {
        return client.getPrimaryNodesConnectionMap().values().iterator().next();
    }

    private static Node member(RedisClusterClient client, ServerAddress.Tcp address) {
        return node(() -> member(client, new HostAndPort(address.host(), address.port())), address.toString());
    }

    /** The client may not know of a node yet that the cluster has named. */
    private static Pool<Connection> member(RedisClusterClient client, HostAndPort address) {
        String name = address.toString();
        if (!client.getClusterNodes().containsKey(name)) {
            client.refreshClusterTopology();
        }
        return Optional.ofNullable(client.getClusterNodes().get(name))
                .orElseThrow(() -> new StoreFailures(name).notYet("the caller's client knows no node " + name));
    }
}
