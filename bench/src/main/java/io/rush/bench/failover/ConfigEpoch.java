package io.rush.bench.failover;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.bench.floor.BareRedis;
import io.rush.bench.floor.Resp;
import io.rush.it.servers.SentinelServers;
import java.util.List;

/** The number of the sentinels' last failover, by which they know one from another. */
final class ConfigEpoch {
    private static final byte[] QUESTION = Resp.bytes(RedisCommand.of("SENTINEL", "master", SentinelServers.MASTER));
    private static final String NAME = "config-epoch";

    private ConfigEpoch() {}

    /** The latest that any of the sentinels knows. */
    static long latest(SentinelServers servers) {
        return servers.sentinels().stream()
                .mapToLong(sentinel -> of(sentinel.port()))
                .max()
                .orElseThrow();
    }

    private static long of(int port) {
        try (BareRedis sentinel = new BareRedis(port)) {
            List<String> words = sentinel.call(QUESTION).asList().stream()
                    .map(RedisReply::asText)
                    .toList();
            return Long.parseLong(words.get(words.indexOf(NAME) + 1));
        }
    }
}
