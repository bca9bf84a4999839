package io.rush.bench.figure;

import io.rush.bench.floor.BareRedis;
import io.rush.bench.floor.ServerLoad;

/** Knows who waits in Redis. */
final class Blocked {
    private final BareRedis redis;

    Blocked(BareRedis redis) {
        this.redis = redis;
    }

    /** Returns when so many clients block in Redis. */
    void await(int clients) {
        Waits.until(
                clients + " clients block in Redis",
                () -> ServerLoad.number(ServerLoad.section(redis, "clients"), "blocked_clients") == clients);
    }
}
