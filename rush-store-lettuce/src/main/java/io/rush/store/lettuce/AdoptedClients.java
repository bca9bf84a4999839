package io.rush.store.lettuce;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.protocol.ProtocolVersion;
import io.rush.api.error.ConfigurationException;
import io.rush.api.store.RedisStore;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Makes stores of clients that callers made; they give the way to the servers, and the store has connections of its own. */
final class AdoptedClients {
    private static final String LIBRARY = "io.lettuce.core.";
    private static final Duration PATIENCE = StoreConfig.DEFAULT_COMMAND_TIMEOUT;

    private AdoptedClients() {}

    static Optional<RedisStore> store(Object client) {
        if (client instanceof RedisClient standalone) {
            return Optional.of(over(standalone));
        }
        if (client instanceof RedisClusterClient cluster) {
            return Optional.of(over(cluster));
        }
        if (client.getClass().getName().startsWith(LIBRARY)) {
            throw new ConfigurationException(
                    "the store lettuce takes a RedisClient or RedisClusterClient of Lettuce, not"
                            + " a " + client.getClass().getName()
                            + "; hand over the client that it came from, as a store needs"
                            + " further connections for commands that block");
        }
        return Optional.empty();
    }

    private static RedisStore over(RedisClient client) {
        Switchboard switchboard = new Switchboard(PATIENCE, () -> {});
        Opener opener = new ServerOpener(
                switchboard,
                new ClientPlug(client),
                Greeting.ofClient(PATIENCE),
                PATIENCE,
                new StoreFailures("the caller's client"));
        return store(Routes.node(opener, switchboard, PATIENCE), switchboard, client);
    }

    /** By a client beside the caller's that has its threads, options and credentials, but repeats nothing. */
    private static RedisStore over(RedisClusterClient client) {
        List<RedisURI> nodes =
                client.getPartitions().stream().map(RedisClusterNode::getUri).toList();
        RedisClient beside = new BareClient(client.getResources());
        beside.setOptions(client.getOptions()
                .mutate()
                .autoReconnect(false)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .protocolVersion(ProtocolVersion.RESP2)
                .build());
        Switchboard switchboard = new Switchboard(PATIENCE, () -> {
            CompletableFuture<Void> unused = beside.shutdownAsync(0, 1, TimeUnit.SECONDS);
        });
        List<ServerAddress.Tcp> seeds = nodes.stream()
                .map(node -> ServerAddress.of(node.getHost(), node.getPort()))
                .toList();
        Route route = Routes.cluster(
                seeds, address -> member(beside, nodes.get(0), address, switchboard), switchboard, PATIENCE);
        return store(route, switchboard, client);
    }

    private static Opener member(RedisClient beside, RedisURI pattern, ServerAddress address, Switchboard switchboard) {
        ServerAddress.Tcp node = (ServerAddress.Tcp) address;
        RedisURI uri = RedisURI.builder(pattern)
                .withHost(node.host())
                .withPort(node.port())
                .build();
        return new ServerOpener(
                switchboard,
                new ServerPlug(beside, uri),
                Greeting.ofClient(PATIENCE),
                PATIENCE,
                new StoreFailures(address.toString()));
    }

    private static RedisStore store(Route route, Switchboard switchboard, Object client) {
        String name = "the caller's " + client.getClass().getSimpleName();
        return LettuceStore.over(route, switchboard, StoreConfig.DEFAULT_MAX_CONNECTIONS, PATIENCE, name);
    }
}
