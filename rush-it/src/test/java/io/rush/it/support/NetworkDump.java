package io.rush.it.support;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that a network has in Redis, key by key, as text that can be compared: lists in order, sets and hashes
 * sorted, sorted sets by order without their scores. Times to live are left out.
 */
public final class NetworkDump {
    private NetworkDump() {}

    /** Content of each key that begins with a prefix, by its name without the prefix. */
    public static Map<String, String> of(RedisStore redis, String prefix) {
        Map<String, String> dump = new TreeMap<>();
        String cursor = "0";
        do {
            List<RedisReply> page = redis.send(RedisCommand.of("SCAN", cursor, "MATCH", prefix + "*", "COUNT", "1000"))
                    .asList();
            cursor = page.get(0).asText();
            for (RedisReply name : page.get(1).asList()) {
                dump.put(name.asText().substring(prefix.length()), content(redis, name.asText()));
            }
        } while (!cursor.equals("0"));
        return dump;
    }

    private static String content(RedisStore redis, String key) {
        String type = redis.send(RedisCommand.of("TYPE", key)).asText();
        return type + " "
                + switch (type) {
                    case "string" -> redis.send(RedisCommand.of("GET", key)).asText();
                    case "list" -> texts(redis, "LRANGE", key, "0", "-1").toString();
                    case "zset" -> texts(redis, "ZRANGE", key, "0", "-1").toString();
                    case "set" ->
                        texts(redis, "SMEMBERS", key).stream().sorted().toList().toString();
                    case "hash" -> pairs(texts(redis, "HGETALL", key)).toString();
                    case "stream" -> places(redis, key).toString();
                    default -> throw new IllegalStateException("a network has no key of type " + type + ": " + key);
                };
    }

    /** A place holds the same entry for ever. */
    private static List<String> places(RedisStore redis, String key) {
        return redis.send(RedisCommand.of("XRANGE", key, "-", "+")).asList().stream()
                .map(entry -> entry.asList().get(0).asText())
                .toList();
    }

    private static List<String> texts(RedisStore redis, String command, String... arguments) {
        List<String> texts = new ArrayList<>();
        redis.send(RedisCommand.of(command, arguments)).asList().forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Map<String, String> pairs(List<String> flat) {
        Map<String, String> pairs = new TreeMap<>();
        for (int i = 0; i < flat.size(); i += 2) {
            pairs.put(flat.get(i), flat.get(i + 1));
        }
        return pairs;
    }
}
