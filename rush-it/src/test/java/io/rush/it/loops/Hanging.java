package io.rush.it.loops;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisStore;
import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskFunction;
import io.rush.it.support.TestRedis;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Does what the input {@code do} says: {@code hang} until it is interrupted, {@code ignore} interrupts until there is an
 * element in the list of the constant {@code gate}, then tell the list {@code over}; anything else returns at once, as
 * every retry does.
 */
public final class Hanging implements TaskFunction {
    @Override
    public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) throws InterruptedException {
        Object todo = context.retries() == 0 ? xs.get("do") : "return";
        if ("hang".equals(todo)) {
            new CountDownLatch(1).await();
        } else if ("ignore".equals(todo)) {
            String url = (String) context.constants().get("url");
            String gate = (String) context.constants().get("gate");
            Ignorance.until(() -> awaitGate(url, gate));
            tell(url, gate + ":over");
        }
        return Map.of("thread", Thread.currentThread().getName());
    }

    private static void awaitGate(String url, String gate) {
        try (RedisStore redis = TestRedis.open(url)) {
            redis.sendBlocking(RedisCommand.of("BLPOP", gate, "120"), Duration.ofMinutes(2));
        } catch (InterruptedException nobodys) {
            throw new IllegalStateException(nobodys);
        }
    }

    private static void tell(String url, String list) {
        Thread.interrupted();
        try (RedisStore redis = TestRedis.open(url)) {
            redis.send(RedisCommand.of("RPUSH", list, "over"));
            redis.send(RedisCommand.of("EXPIRE", list, "60"));
        }
    }
}
