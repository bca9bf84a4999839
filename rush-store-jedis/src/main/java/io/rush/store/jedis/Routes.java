package io.rush.store.jedis;

import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.Topology;
import java.util.List;
import java.util.stream.Collectors;

/** Chooses the way that a configuration describes. */
final class Routes {
    private Routes() {}

    /** Nothing is connected yet. */
    static Route to(StoreConfig config) {
        Sockets sockets = new Sockets(config);
        List<ServerAddress> servers = config.servers();
        if (config.topology() instanceof Topology.Sentinel sentinel) {
            return new Node(new SentinelOpener(config, sentinel, sockets));
        }
        if (config.topology() == Topology.Cluster.INSTANCE) {
            List<ServerAddress.Tcp> seeds =
                    servers.stream().map(ServerAddress.Tcp.class::cast).toList();
            return cluster(seeds, address -> new Node(new ServerOpener(address, config, sockets)));
        }
        return new Node(new ServerOpener(servers.get(0), config, sockets));
    }

    static Route cluster(List<ServerAddress.Tcp> seeds, ClusterNodes.Maker maker) {
        String names = seeds.stream().map(Object::toString).collect(Collectors.joining(","));
        StoreFailures failures = new StoreFailures("cluster " + names);
        return new ClusterRoute(new ClusterNodes(seeds, maker, failures));
    }
}
