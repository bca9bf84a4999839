package io.rush.it.servers;

import io.rush.api.store.RedisReply;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.Topology;
import io.rush.embedded.RedisServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A primary, a replica, and three sentinels that watch them and lose patience soon. Not thread-safe. */
public final class SentinelServers implements AutoCloseable {
    /** What the sentinels call the primary. */
    public static final String MASTER = "main";

    private final List<RedisServer> data = new ArrayList<>();
    private final List<RedisServer> sentinels = new ArrayList<>();

    private SentinelServers() {}

    /** Returns when the replica follows and every sentinel knows of all others. */
    public static SentinelServers start() {
        SentinelServers servers = new SentinelServers();
        try {
            servers.startAll();
            return servers;
        } catch (RuntimeException | Error failed) {
            servers.close();
            throw failed;
        }
    }

    private void startAll() {
        RedisServer primary = RedisServer.start(List.of("--repl-diskless-sync-delay", "0"));
        data.add(primary);
        data.add(RedisServer.start(
                List.of("--replicaof", "127.0.0.1", port(primary), "--repl-diskless-sync-delay", "0")));
        for (int i = 0; i < 3; i++) {
            sentinels.add(RedisServer.start(List.of(
                    "--sentinel",
                    "--sentinel monitor",
                    MASTER,
                    "127.0.0.1",
                    port(primary),
                    "2",
                    "--sentinel down-after-milliseconds",
                    MASTER,
                    "500",
                    "--sentinel failover-timeout",
                    MASTER,
                    "3000")));
        }
        awaitLink();
        for (RedisServer sentinel : sentinels) {
            awaitAcquaintance(sentinel);
        }
    }

    private void awaitLink() {
        try (Admin admin = Admin.of(replica().port())) {
            admin.await("ROLE", role -> role.asList().get(3).asText().equals("connected"));
        }
    }

    /**
     * Waits until every sentinel has heard of the primary since now, so that none is about to replace it, and of a replica
     * that follows it. Until then there may be two primaries.
     */
    private void awaitService() {
        long begun = System.nanoTime();
        for (RedisServer sentinel : sentinels) {
            try (Admin admin = Admin.of(sentinel.port())) {
                admin.await("SENTINEL master " + MASTER, primary -> isSound(fields(primary), begun));
                admin.await(
                        "SENTINEL replicas " + MASTER,
                        replicas -> isFollowing(fields(replicas.asList().get(0))));
            }
        }
    }

    private static boolean isSound(Map<String, String> primary, long begunNanos) {
        long heardMillisAgo = Long.parseLong(primary.getOrDefault("last-ok-ping-reply", ""));
        return primary.getOrDefault("flags", "").equals("master")
                && primary.getOrDefault("last-ping-sent", "").equals("0")
                && TimeUnit.MILLISECONDS.toNanos(heardMillisAgo) < System.nanoTime() - begunNanos;
    }

    private static boolean isFollowing(Map<String, String> replica) {
        return replica.getOrDefault("flags", "").equals("slave")
                && replica.getOrDefault("master-link-status", "").equals("ok");
    }

    private static Map<String, String> fields(RedisReply flat) {
        List<RedisReply> words = flat.asList();
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i + 1 < words.size(); i += 2) {
            fields.put(words.get(i).asText(), words.get(i + 1).asText());
        }
        return fields;
    }

    private static void awaitAcquaintance(RedisServer sentinel) {
        try (Admin admin = Admin.of(sentinel.port())) {
            admin.await(
                    "SENTINEL replicas " + MASTER, replicas -> replicas.asList().size() == 1);
            admin.await(
                    "SENTINEL sentinels " + MASTER, others -> others.asList().size() == 2);
        }
    }

    private static String port(RedisServer server) {
        return Integer.toString(server.port());
    }

    /** Where the sentinels are. */
    public List<ServerAddress.Tcp> addresses() {
        return sentinels.stream()
                .map(sentinel -> ServerAddress.of("127.0.0.1", sentinel.port()))
                .toList();
    }

    /** The sentinels. */
    public List<RedisServer> sentinels() {
        return List.copyOf(sentinels);
    }

    /** The one that is the primary at the start. */
    public RedisServer primary() {
        return data.get(0);
    }

    /** The one that is the replica at the start. */
    public RedisServer replica() {
        return data.get(1);
    }

    /** Waits until the replica has what the primary has been told so far. */
    public void awaitReplica() {
        Replication.awaitAllOf(primary());
    }

    /** Has the sentinels make the replica the primary while both live, and waits until it is. */
    public void swap() {
        try (Admin admin = Admin.of(sentinels.get(0).port())) {
            admin.send("SENTINEL failover " + MASTER);
        }
        awaitPromotion();
    }

    /**
     * After {@link #swap} does at once what the sentinels do some eight seconds later: has the former primary follow the new
     * one, and ends the connections of its clients.
     */
    public void demote() {
        try (Admin admin = Admin.of(primary().port())) {
            admin.send("REPLICAOF 127.0.0.1 " + port(replica()));
            admin.send("CLIENT KILL TYPE normal");
            admin.send("CLIENT KILL TYPE pubsub");
        }
    }

    /** Waits until the server that is the replica at the start is the primary for itself and for every sentinel. */
    public void awaitPromotion() {
        try (Admin admin = Admin.of(replica().port())) {
            admin.await("ROLE", role -> role.asList().get(0).asText().equals("master"));
        }
        String port = port(replica());
        for (RedisServer sentinel : sentinels) {
            try (Admin admin = Admin.of(sentinel.port())) {
                admin.await(
                        "SENTINEL get-master-addr-by-name " + MASTER,
                        address -> address.asList().get(1).asText().equals(port));
            }
        }
    }

    /** The same as a client finds it. */
    public Servers asServers() {
        return EmbeddedServers.several(
                data,
                sentinels,
                () -> StoreConfig.builder().servers(addresses()).topology(new Topology.Sentinel(MASTER)),
                this::awaitService,
                this::close);
    }

    @Override
    public void close() {
        sentinels.forEach(RedisServer::close);
        data.forEach(RedisServer::close);
    }
}
