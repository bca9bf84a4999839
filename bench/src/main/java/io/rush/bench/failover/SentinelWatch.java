package io.rush.bench.failover;

import io.rush.api.store.RedisCommand;
import io.rush.bench.figure.DeliveryException;
import io.rush.bench.floor.BareRedis;
import io.rush.bench.floor.Resp;
import io.rush.embedded.RedisServer;
import io.rush.it.servers.SentinelServers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Asks every sentinel again and again who the primary is, until it is another one. For one thread. */
final class SentinelWatch {
    private static final byte[] WHO_IS_PRIMARY =
            Resp.bytes(RedisCommand.of("SENTINEL", "get-master-addr-by-name", SentinelServers.MASTER));
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);

    private final int primaryPort;
    private final List<BareRedis> sentinels;
    private final List<Instant> namings = new ArrayList<>();

    private SentinelWatch(SentinelServers servers) {
        this.primaryPort = servers.primary().port();
        this.sentinels = new ArrayList<>(servers.sentinels().stream()
                .map(RedisServer::port)
                .map(BareRedis::new)
                .toList());
    }

    /** Begins to ask in a thread of its own; the result is when each sentinel first named another primary, in order. */
    static CompletableFuture<List<Instant>> begin(SentinelServers servers) {
        SentinelWatch watch = new SentinelWatch(servers);
        return CompletableFuture.supplyAsync(watch::run, work -> new Thread(work, "sentinel-watch").start());
    }

    private List<Instant> run() {
        long start = System.nanoTime();
        try {
            while (!sentinels.isEmpty()) {
                sentinels.removeIf(this::namesAnother);
                LockSupport.parkNanos(PAUSE);
                DeliveryException.require(
                        System.nanoTime() - start < PATIENCE, "the sentinels named no new primary for a minute");
            }
            return namings;
        } finally {
            sentinels.forEach(BareRedis::close);
        }
    }

    private boolean namesAnother(BareRedis sentinel) {
        String port = sentinel.call(WHO_IS_PRIMARY).asList().get(1).asText();
        if (Integer.parseInt(port) == primaryPort) {
            return false;
        }
        namings.add(Instant.now());
        sentinel.close();
        return true;
    }
}
