package io.rush.store.jedis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Replies as Jedis reads them, in the types of RESP2; the client of a caller may speak RESP3. It reads a status line as
 * bytes, so that is what it becomes here.
 */
final class RawReplies {
    /** RESP2 has pairs where RESP3 has a map; of all other maps it has the keys and values in turn. */
    private static final Set<String> PAIRED = Set.of("XREAD", "XREADGROUP");

    private RawReplies() {}

    static RedisReply of(@Nullable Object raw, RedisCommand command) {
        return raw instanceof List<?> elements && PAIRED.contains(command.name())
                ? new RedisReply.Array(elements.stream().map(RawReplies::pair).toList())
                : of(raw);
    }

    static List<RedisReply> allOf(List<?> raw, List<RedisCommand> commands) {
        List<RedisReply> replies = new ArrayList<>(raw.size());
        int index = 0;
        for (RedisCommand command : commands) {
            replies.add(of(raw.get(index++), command));
        }
        return Collections.unmodifiableList(replies);
    }

    private static RedisReply pair(@Nullable Object raw) {
        return raw instanceof Map.Entry<?, ?> entry
                ? new RedisReply.Array(List.of(of(entry.getKey()), of(entry.getValue())))
                : of(raw);
    }

    private static RedisReply of(@Nullable Object raw) {
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
            return new RedisReply.Array(flat(elements));
        }
        if (raw instanceof JedisDataException refused) {
            return new RedisReply.Failure(StoreFailures.wordsOf(refused));
        }
        return ofResp3(raw);
    }

    private static List<RedisReply> flat(List<?> raw) {
        List<RedisReply> replies = new ArrayList<>(raw.size());
        for (Object element : raw) {
            if (element instanceof Map.Entry<?, ?> entry) {
                replies.add(of(entry.getKey()));
                replies.add(of(entry.getValue()));
            } else {
                replies.add(of(element));
            }
        }
        return Collections.unmodifiableList(replies);
    }

    private static RedisReply ofResp3(Object raw) {
        if (raw instanceof Boolean truth) {
            return new RedisReply.Int(truth ? 1 : 0);
        }
        if (raw instanceof Double number) {
            boolean whole = number.longValue() == number;
            return text(whole ? Long.toString(number.longValue()) : number.toString());
        }
        return text(raw.toString());
    }

    private static RedisReply text(String text) {
        return new RedisReply.Bulk(text.getBytes(UTF_8));
    }
}
