package io.rush.it.servers;

import io.rush.api.store.RedisReply;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.Topology;
import io.rush.embedded.RedisServer;
import java.util.ArrayList;
import java.util.List;

/** A cluster of three primaries with a replica each, which lose patience soon. Not thread-safe. */
public final class ClusterServers implements AutoCloseable {
    private static final int PRIMARIES = 3;
    private static final int SLOTS = 16_384;

    private final List<RedisServer> nodes = new ArrayList<>();

    private ClusterServers() {}

    /** Returns when every node knows all others, all slots are held and the replicas follow. */
    public static ClusterServers start() {
        ClusterServers servers = new ClusterServers();
        try {
            servers.startAll();
            return servers;
        } catch (RuntimeException | Error failed) {
            servers.close();
            throw failed;
        }
    }

    private void startAll() {
        List<Integer> buses = new ArrayList<>();
        for (int i = 0; i < PRIMARIES * 2; i++) {
            buses.add(Ports.free());
            nodes.add(RedisServer.start(List.of(
                    "--cluster-enabled", "yes",
                    "--cluster-port", buses.get(i).toString(),
                    "--cluster-node-timeout", "1500",
                    "--repl-diskless-sync-delay", "0")));
        }
        for (int i = 0; i < nodes.size(); i++) {
            introduce(i, buses.get(0));
        }
        nodes.forEach(node -> await(node, "cluster_known_nodes:" + nodes.size()));
        for (int i = PRIMARIES; i < nodes.size(); i++) {
            send(nodes.get(i), "CLUSTER REPLICATE " + id(nodes.get(i - PRIMARIES)));
        }
        nodes.subList(PRIMARIES, nodes.size()).forEach(ClusterServers::awaitReplica);
        awaitService();
    }

    private void awaitService() {
        nodes.forEach(node -> await(node, "cluster_state:ok"));
        nodes.forEach(ClusterServers::awaitRole);
    }

    /** A primary, or one that follows it. */
    private static void awaitRole(RedisServer node) {
        try (Admin admin = Admin.of(node.port())) {
            admin.await("ROLE", role -> isSettled(role.asList()));
        }
    }

    private static boolean isSettled(List<RedisReply> role) {
        return role.get(0).asText().equals("master") || role.get(3).asText().equals("connected");
    }

    private void introduce(int index, int firstBus) {
        RedisServer node = nodes.get(index);
        send(node, "CLUSTER SET-CONFIG-EPOCH " + (index + 1));
        if (index < PRIMARIES) {
            send(node, "CLUSTER ADDSLOTSRANGE " + firstSlot(index) + " " + (firstSlot(index + 1) - 1));
        }
        if (index > 0) {
            send(node, "CLUSTER MEET 127.0.0.1 " + nodes.get(0).port() + " " + firstBus);
        }
    }

    private static int firstSlot(int index) {
        return (index * SLOTS + PRIMARIES - 1) / PRIMARIES;
    }

    private static void awaitReplica(RedisServer node) {
        try (Admin admin = Admin.of(node.port())) {
            admin.await(
                    "ROLE",
                    role -> role.asList().get(0).asText().equals("slave")
                            && role.asList().get(3).asText().equals("connected"));
        }
    }

    private static void await(RedisServer node, String line) {
        try (Admin admin = Admin.of(node.port())) {
            admin.await("CLUSTER INFO", info -> info.asText().contains(line + "\r"));
        }
    }

    /** Sends a command to one node, written in one line, split at spaces. */
    public static RedisReply send(RedisServer node, String line) {
        try (Admin admin = Admin.of(node.port())) {
            return admin.send(line);
        }
    }

    private static String id(RedisServer node) {
        return send(node, "CLUSTER MYID").asText();
    }

    /** Where all nodes are. */
    public List<ServerAddress.Tcp> addresses() {
        return nodes.stream()
                .map(node -> ServerAddress.of("127.0.0.1", node.port()))
                .toList();
    }

    /** A node that is a primary at the start: 0, 1 or 2. */
    public RedisServer primary(int index) {
        return nodes.get(index);
    }

    /** The replica of a primary at the start. */
    public RedisServer replicaOf(int index) {
        return nodes.get(PRIMARIES + index);
    }

    /** The primary at the start that holds the slot of a key. */
    public RedisServer holderOf(String key) {
        return primary(slotOf(key) * PRIMARIES / SLOTS);
    }

    /** The slot of a key. */
    public int slotOf(String key) {
        return Math.toIntExact(send(nodes.get(0), "CLUSTER KEYSLOT " + key).asLong());
    }

    /** Begins to move a slot; keys that the source does not have are from now on asked for at the target. */
    public void beginMove(int slot, RedisServer source, RedisServer target) {
        send(target, "CLUSTER SETSLOT " + slot + " IMPORTING " + id(source));
        send(source, "CLUSTER SETSLOT " + slot + " MIGRATING " + id(target));
    }

    /** Moves one key of a slot that is on its way. */
    public void moveKey(String key, RedisServer source, RedisServer target) {
        send(source, "MIGRATE 127.0.0.1 " + target.port() + " " + key + " 0 5000");
    }

    /** Ends a move; the source sends everybody to the target now. */
    public void endMove(int slot, RedisServer source, RedisServer target) {
        String owner = id(target);
        send(target, "CLUSTER SETSLOT " + slot + " NODE " + owner);
        send(source, "CLUSTER SETSLOT " + slot + " NODE " + owner);
    }

    /** Waits until every replica has what its primary has been told so far. */
    public void awaitReplicas() {
        for (int i = 0; i < PRIMARIES; i++) {
            Replication.awaitAllOf(primary(i));
        }
    }

    /** Waits until the replica of a primary has taken its place and the others know it. */
    public void awaitPromotionOfReplica(int index) {
        RedisServer replica = replicaOf(index);
        try (Admin admin = Admin.of(replica.port())) {
            admin.await("ROLE", role -> role.asList().get(0).asText().equals("master"));
        }
        String id = id(replica);
        for (RedisServer other : nodes.subList(0, PRIMARIES)) {
            if (other != primary(index)) {
                awaitMaster(other, id);
            }
        }
    }

    private static void awaitMaster(RedisServer node, String id) {
        try (Admin admin = Admin.of(node.port())) {
            admin.await(
                    "CLUSTER NODES",
                    all -> all.asText().lines().anyMatch(line -> line.matches(id + " .* master .* [0-9]+-[0-9]+")));
            admin.await("CLUSTER INFO", info -> info.asText().contains("cluster_state:ok"));
        }
    }

    /** The same as a client finds it. */
    public Servers asServers() {
        return EmbeddedServers.several(
                nodes,
                List.of(),
                () -> StoreConfig.builder().servers(addresses()).topology(Topology.Cluster.INSTANCE),
                this::awaitService,
                this::close);
    }

    @Override
    public void close() {
        nodes.forEach(RedisServer::close);
    }
}
