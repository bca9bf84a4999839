package io.rush.it.servers;

import io.rush.api.store.RedisReply;
import io.rush.api.store.ServerAddress;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.Topology;
import io.rush.embedded.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A primary, replicas, and three sentinels that watch them and lose patience soon. Not thread-safe. */
public final class SentinelServers implements AutoCloseable {
    /** What the sentinels call the primary. */
    public static final String MASTER = "main";

    /** How long the primary may be silent before a sentinel takes it for dead, unless told otherwise. */
    public static final Duration DOWN_AFTER = Duration.ofMillis(500);

    /** What the sentinels go by when they try again, and when they give up ({@code failover-timeout}). */
    public static final Duration FAILOVER_TIMEOUT = Duration.ofSeconds(3);

    /** How many sentinels there are. */
    public static final int SENTINELS = 3;

    /** How many of them must take the primary for dead. */
    public static final int QUORUM = 2;

    private static final String WHO_IS_PRIMARY = "SENTINEL get-master-addr-by-name " + MASTER;

    private final List<RedisServer> data = new ArrayList<>();
    private final List<RedisServer> sentinels = new ArrayList<>();

    private SentinelServers() {}

    /** One replica. Returns when it follows and every sentinel knows of all others. */
    public static SentinelServers start() {
        return start(1, DOWN_AFTER);
    }

    /**
     * Returns when every replica follows and every sentinel knows of all others.
     *
     * @param replicas how many, at least one
     * @param downAfter how long the primary may be silent before a sentinel takes it for dead
     */
    public static SentinelServers start(int replicas, Duration downAfter) {
        SentinelServers servers = new SentinelServers();
        try {
            servers.startAll(replicas, downAfter);
            return servers;
        } catch (RuntimeException | Error failed) {
            servers.close();
            throw failed;
        }
    }

    private void startAll(int replicas, Duration downAfter) {
        RedisServer primary = RedisServer.start(List.of("--repl-diskless-sync-delay", "0"));
        data.add(primary);
        for (int i = 0; i < replicas; i++) {
            data.add(RedisServer.start(
                    List.of("--replicaof", "127.0.0.1", port(primary), "--repl-diskless-sync-delay", "0")));
        }
        for (int i = 0; i < SENTINELS; i++) {
            sentinels.add(RedisServer.start(sentinelOptions(port(primary), downAfter)));
        }
        data.subList(1, data.size()).forEach(SentinelServers::awaitLink);
        for (RedisServer sentinel : sentinels) {
            awaitAcquaintance(sentinel, replicas);
        }
    }

    private static List<String> sentinelOptions(String primaryPort, Duration downAfter) {
        return List.of(
                "--sentinel",
                "--sentinel monitor",
                MASTER,
                "127.0.0.1",
                primaryPort,
                Integer.toString(QUORUM),
                "--sentinel down-after-milliseconds",
                MASTER,
                Long.toString(downAfter.toMillis()),
                "--sentinel failover-timeout",
                MASTER,
                Long.toString(FAILOVER_TIMEOUT.toMillis()));
    }

    private static void awaitLink(RedisServer replica) {
        try (Admin admin = Admin.of(replica.port())) {
            admin.await("ROLE", role -> role.asList().get(3).asText().equals("connected"));
        }
    }

    /**
     * Waits until every sentinel has heard of the primary since now, so that none is about to replace it, and of replicas
     * that follow it. Until then there may be two primaries.
     */
    private void awaitService() {
        long begun = System.nanoTime();
        for (RedisServer sentinel : sentinels) {
            try (Admin admin = Admin.of(sentinel.port())) {
                admin.await("SENTINEL master " + MASTER, primary -> isSound(fields(primary), begun));
                admin.await(
                        "SENTINEL replicas " + MASTER,
                        replicas -> replicas.asList().stream().allMatch(replica -> isFollowing(fields(replica))));
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

    private static void awaitAcquaintance(RedisServer sentinel, int replicas) {
        try (Admin admin = Admin.of(sentinel.port())) {
            admin.await("SENTINEL replicas " + MASTER, known -> known.asList().size() == replicas);
            admin.await(
                    "SENTINEL sentinels " + MASTER, others -> others.asList().size() == SENTINELS - 1);
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

    /** The one that is a replica at the start; the first, if there are several. */
    public RedisServer replica() {
        return data.get(1);
    }

    /** Waits until every replica has what the primary has been told so far. */
    public void awaitReplica() {
        Replication.awaitAllOf(primary());
    }

    /** Has the sentinels make a replica the primary while both live, and waits until it is. */
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
            admin.send("REPLICAOF 127.0.0.1 " + successor());
            admin.send("CLIENT KILL TYPE normal");
            admin.send("CLIENT KILL TYPE pubsub");
        }
    }

    private int successor() {
        try (Admin admin = Admin.of(sentinels.get(0).port())) {
            return port(admin.send(WHO_IS_PRIMARY));
        }
    }

    /** Waits until a server that is a replica at the start is the primary for every sentinel and for itself. */
    public void awaitPromotion() {
        for (RedisServer sentinel : sentinels) {
            try (Admin admin = Admin.of(sentinel.port())) {
                admin.await(
                        WHO_IS_PRIMARY, address -> port(address) != primary().port());
                awaitRole(port(admin.send(WHO_IS_PRIMARY)));
            }
        }
    }

    private static int port(RedisReply address) {
        return Integer.parseInt(address.asList().get(1).asText());
    }

    private static void awaitRole(int port) {
        try (Admin admin = Admin.of(port)) {
            admin.await("ROLE", role -> role.asList().get(0).asText().equals("master"));
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
