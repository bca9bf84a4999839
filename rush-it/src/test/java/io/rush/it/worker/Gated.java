package io.rush.it.worker;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisStore;
import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import io.rush.it.support.TestRedis;
import java.time.Duration;
import java.util.Map;

/** Returns its inputs once there is an element in the list {@code gate} on the server {@code url}, both constants. */
public final class Gated implements TaskFunction {
    @Override
    public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) throws InterruptedException {
        String gate = (String) context.constants().get("gate");
        try (RedisStore redis = TestRedis.open((String) context.constants().get("url"))) {
            redis.sendBlocking(RedisCommand.of("BLPOP", gate, "120"), Duration.ofMinutes(2));
            return xs;
        }
    }
}
