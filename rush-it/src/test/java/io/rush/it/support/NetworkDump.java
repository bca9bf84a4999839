package io.rush.it.support;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Everything that a network has in Redis, key by key, as text that can be compared: lists in order, sets and hashes
 * sorted, sorted sets by order without their scores. Times to live are left out.
 */
public final class NetworkDump {
    private final RedisStore redis;
    private final UnaryOperator<String> words;

    private NetworkDump(RedisStore redis, UnaryOperator<String> words) {
        this.redis = redis;
        this.words = words;
    }

    /** Content of each key that begins with a prefix, by its name without the prefix. */
    public static Map<String, String> of(RedisStore redis, String prefix) {
        return of(redis, prefix, UnaryOperator.identity());
    }

    /** The same with other words for names and contents. */
    public static Map<String, String> of(RedisStore redis, String prefix, UnaryOperator<String> words) {
        return new NetworkDump(redis, words).of(prefix);
    }

    private Map<String, String> of(String prefix) {
        Map<String, String> dump = new TreeMap<>();
        String cursor = "0";
        do {
            List<RedisReply> page = redis.send(RedisCommand.of("SCAN", cursor, "MATCH", prefix + "*", "COUNT", "1000"))
                    .asList();
            cursor = page.get(0).asText();
            for (RedisReply name : page.get(1).asList()) {
                dump.put(words.apply(name.asText().substring(prefix.length())), content(name.asText()));
            }
        } while (!cursor.equals("0"));
        return dump;
    }

    private String content(String key) {
        String type = redis.send(RedisCommand.of("TYPE", key)).asText();
        return type + " "
                + switch (type) {
                    case "string" ->
                        words.apply(redis.send(RedisCommand.of("GET", key)).asText());
                    case "list" -> texts("LRANGE", key, "0", "-1").toString();
                    case "zset" -> texts("ZRANGE", key, "0", "-1").toString();
                    case "set" ->
                        texts("SMEMBERS", key).stream().sorted().toList().toString();
                    case "hash" -> pairs(texts("HGETALL", key)).toString();
                    case "stream" -> places(key).toString();
                    default -> throw new IllegalStateException("a network has no key of type " + type + ": " + key);
                };
    }

    /** A place holds the same entry for ever. */
    private List<String> places(String key) {
        return redis.send(RedisCommand.of("XRANGE", key, "-", "+")).asList().stream()
                .map(entry -> words.apply(entry.asList().get(0).asText()))
                .toList();
    }

    private List<String> texts(String command, String... arguments) {
        List<String> texts = new ArrayList<>();
        redis.send(RedisCommand.of(command, arguments)).asList().forEach(text -> texts.add(words.apply(text.asText())));
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
