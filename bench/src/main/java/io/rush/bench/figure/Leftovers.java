package io.rush.bench.figure;

import io.rush.api.store.RedisCommand;
import io.rush.bench.floor.BareRedis;
import io.rush.bench.floor.Resp;
import java.util.List;
import java.util.stream.Stream;

/** Deletes finished tasks beneath rush, so that the next round begins as the last one did and workers stay. */
final class Leftovers {
    private static final int PAGE = 1_000;

    private final BareRedis redis;
    private final String prefix;

    Leftovers(BareRedis redis, String networkId) {
        this.redis = redis;
        this.prefix = "rush:{" + networkId + "}:";
    }

    void delete(List<String> keys) {
        redis.call("DEL", prefix + "finished");
        for (int from = 0; from < keys.size(); from += PAGE) {
            Stream<String> page = keys.subList(from, Math.min(keys.size(), from + PAGE)).stream();
            String[] hashes = page.map(key -> prefix + "task:" + key).toArray(String[]::new);
            redis.send(Resp.bytes(RedisCommand.of("DEL", hashes)), 1);
        }
    }
}
