package io.rush.store.lettuce;

import io.rush.api.error.ConfigurationException;
import io.rush.api.store.RedisStore;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.Topology;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Chooses the way that a configuration describes. */
final class Routes {
    private final StoreConfig config;
    private final OwnClient client;
    private final Switchboard switchboard;

    private Routes(StoreConfig config) {
        this.config = config;
        this.client = new OwnClient(config);
        this.switchboard = new Switchboard(config.connectTimeout(), client::close);
    }

    /** @throws ConfigurationException if Lettuce cannot go it */
    static RedisStore store(StoreConfig config) {
        Routes routes = new Routes(config);
        boolean found = false;
        try {
            Route route = routes.route();
            found = true;
            return LettuceStore.over(
                    route, routes.switchboard, config.maxConnections(), config.commandTimeout(), config.toString());
        } finally {
            if (!found) {
                routes.switchboard.close();
            }
        }
    }

    private Route route() {
        List<ServerAddress> servers = config.servers();
        if (config.topology() instanceof Topology.Sentinel sentinel) {
            return node(sentinels(sentinel), switchboard, config.commandTimeout());
        }
        if (config.topology() == Topology.Cluster.INSTANCE) {
            List<ServerAddress.Tcp> seeds =
                    servers.stream().map(ServerAddress.Tcp.class::cast).toList();
            return cluster(seeds, this::server, switchboard, config.commandTimeout());
        }
        return node(server(servers.get(0)), switchboard, config.commandTimeout());
    }

    private Opener server(ServerAddress address) {
        return opener(address, Greeting.of(config));
    }

    private Opener opener(ServerAddress address, Greeting greeting) {
        return new ServerOpener(
                switchboard,
                client.to(address, config),
                greeting,
                config.commandTimeout(),
                new StoreFailures(address.toString()));
    }

    private Opener sentinels(Topology.Sentinel sentinel) {
        StoreConfig.Builder toSentinels = StoreConfig.builder().connectTimeout(config.connectTimeout());
        sentinel.credentials().ifPresent(toSentinels::credentials);
        Greeting greeting = Greeting.of(toSentinels.build());
        List<Opener> sentinels = config.servers().stream()
                .map(address -> opener(address, greeting))
                .toList();
        String names = "'" + sentinel.master() + "' of the sentinels " + names(config.servers());
        StoreFailures failures = new StoreFailures(names);
        return new SentinelOpener(
                new Sentinels(sentinel.master(), sentinels, switchboard, config.connectTimeout(), failures),
                this::server);
    }

    static Route node(Opener opener, Switchboard switchboard, Duration patience) {
        return new Node(opener, switchboard, patience);
    }

    static Route cluster(
            List<ServerAddress.Tcp> seeds,
            Function<ServerAddress, Opener> openers,
            Switchboard switchboard,
            Duration patience) {
        StoreFailures failures = new StoreFailures("cluster " + names(seeds));
        return new ClusterRoute(
                new ClusterNodes(seeds, address -> new Node(openers.apply(address), switchboard, patience), failures));
    }

    private static String names(List<? extends ServerAddress> servers) {
        return servers.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
