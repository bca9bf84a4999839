package io.rush.bench.figure;

import io.rush.api.Rush;
import io.rush.api.store.RedisCommand;
import io.rush.bench.floor.BareRedis;
import io.rush.bench.floor.Resp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fills the queue of a network whose workers are waiting, without waking them: the tasks are pushed to another network
 * and renamed beneath rush. For one thread.
 */
final class HeldQueue {
    private static final int PAGE = 1_000;

    private final BareRedis redis;
    private final Rush source;
    private final String from;
    private final String to;

    /** @param source a handle on the other network, which holds nothing else */
    HeldQueue(BareRedis redis, Rush source, String networkId) {
        this.redis = redis;
        this.source = source;
        this.from = "rush:{" + source.networkId() + "}:";
        this.to = "rush:{" + networkId + "}:";
    }

    /** Creates tasks of the network that no queue holds yet; returns their keys. */
    List<String> push(List<Map<String, Double>> xss) {
        List<String> keys = source.tasks().push(xss);
        for (int start = 0; start < keys.size(); start += PAGE) {
            List<RedisCommand> renames = new ArrayList<>();
            for (String key : keys.subList(start, Math.min(keys.size(), start + PAGE))) {
                renames.add(rename("task:" + key));
            }
            redis.send(Resp.bytes(renames), renames.size());
        }
        return keys;
    }

    /** Queues them all at once; wakes nobody. */
    void release() {
        redis.send(Resp.bytes(rename("queue")), 1);
    }

    private RedisCommand rename(String name) {
        return RedisCommand.of("RENAME", from + name, to + name);
    }
}
