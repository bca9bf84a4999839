package io.rush.store.jedis;

import io.rush.api.store.RedisReply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;

/** Replies as Jedis reads them from RESP2. It reads a status line as bytes, so that is what it becomes here. */
final class RawReplies {
    private RawReplies() {}

    static RedisReply of(@Nullable Object raw) {
        if (raw == null) {
            return RedisReply.Nil.INSTANCE;
        }
        if (raw instanceof byte[] bytes) {
            return new RedisReply.Bulk(bytes);
        }
        if (raw instanceof Long number) {
            return new RedisReply.Int(number);
        }
        if (raw instanceof List<?> elements) {
            return new RedisReply.Array(allOf(elements));
        }
        if (raw instanceof JedisDataException refused) {
            return new RedisReply.Failure(StoreFailures.wordsOf(refused));
        }
        throw new IllegalStateException("Redis answered with " + raw.getClass() + ", which RESP2 does not know");
    }

    static List<RedisReply> allOf(List<?> raw) {
        List<RedisReply> replies = new ArrayList<>(raw.size());
        for (Object element : raw) {
            replies.add(of(element));
        }
        return Collections.unmodifiableList(replies);
    }
}
