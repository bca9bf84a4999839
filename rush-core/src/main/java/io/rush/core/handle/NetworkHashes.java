package io.rush.core.handle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.Hashes;
import io.rush.api.error.ConfigurationException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.core.codec.JsonValues;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Pages;
import io.rush.core.task.TaskKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The hashes of a network in Redis. */
final class NetworkHashes implements Hashes {
    private final NetworkStore network;
    private final JsonValues values;

    NetworkHashes(NetworkStore network, JsonValues values) {
        this.network = network;
        this.values = values;
    }

    @Override
    public List<String> write(Map<String, ? extends List<?>> fields) {
        int hashes = fields.values().stream().mapToInt(List::size).max().orElse(0);
        List<String> keys = Stream.generate(TaskKeys::next).limit(hashes).toList();
        write(fields, keys);
        return keys;
    }

    @Override
    public void write(Map<String, ? extends List<?>> fields, List<String> keys) {
        requireFitting(fields, keys);
        List<RedisCommand> commands = new ArrayList<>();
        for (int hash = 0; hash < keys.size(); hash++) {
            commands.add(RedisCommand.ofBytes("HSET", arguments(fields, keys, hash)));
        }
        for (List<String> page : Pages.of(keys)) {
            List<String> arguments = new ArrayList<>(List.of(network.key("hashes")));
            arguments.addAll(page);
            network.store().send(RedisCommand.of("SADD", arguments.toArray(String[]::new)));
        }
        Pages.of(commands).forEach(page -> requireWritten(network.store().sendAll(page)));
    }

    private static void requireFitting(Map<String, ? extends List<?>> fields, List<String> keys) {
        require(!fields.isEmpty(), "there is no field to write");
        require(!keys.isEmpty(), "there is no hash to write: every list is empty");
        require(keys.stream().noneMatch(String::isBlank), "a key is blank");
        require(new HashSet<>(keys).size() == keys.size(), "a key occurs twice");
        fields.forEach((field, elements) -> require(
                elements.size() == 1 || elements.size() == keys.size(),
                "field '" + field + "' has " + elements.size() + " elements for " + keys.size()
                        + " hashes; give one for all, or one a hash"));
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new ConfigurationException(message);
        }
    }

    private List<byte[]> arguments(Map<String, ? extends List<?>> fields, List<String> keys, int hash) {
        List<byte[]> arguments = new ArrayList<>();
        arguments.add(network.taskHash(keys.get(hash)).getBytes(UTF_8));
        fields.forEach((field, elements) -> {
            int element = elements.size() == 1 ? 0 : hash;
            arguments.add(field.getBytes(UTF_8));
            arguments.add(values.encodeValue(field + "[" + element + "]", elements.get(element)));
        });
        return arguments;
    }

    private static void requireWritten(List<RedisReply> replies) {
        replies.forEach(RedisReply::asLong);
    }

    @Override
    public List<Map<String, Object>> readNested(Collection<String> keys, Collection<String> fields) {
        List<String> names = List.copyOf(fields);
        require(!names.isEmpty(), "there is no field to read");
        List<Map<String, Object>> hashes = new ArrayList<>(keys.size());
        for (List<String> page : Pages.of(List.copyOf(keys))) {
            List<RedisCommand> commands =
                    page.stream().map(key -> readCommand(key, names)).toList();
            List<RedisReply> replies = network.store().sendAll(commands);
            for (int i = 0; i < page.size(); i++) {
                hashes.add(decode(page.get(i), names, replies.get(i).asList()));
            }
        }
        return hashes;
    }

    private RedisCommand readCommand(String key, List<String> fields) {
        List<String> arguments = new ArrayList<>(List.of(network.taskHash(key)));
        arguments.addAll(fields);
        return RedisCommand.of("HMGET", arguments.toArray(String[]::new));
    }

    private Map<String, Object> decode(String key, List<String> fields, List<RedisReply> stored) {
        Map<String, Object> hash = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            if (!stored.get(i).isNil()) {
                String path = fields.get(i) + " of hash " + key;
                hash.put(fields.get(i), values.decodeValue(path, stored.get(i).asBytes()));
            }
        }
        return Collections.unmodifiableMap(hash);
    }

    @Override
    public List<Map<String, Object>> read(Collection<String> keys, Collection<String> fields) {
        return readNested(keys, fields).stream().map(FlatHash::of).toList();
    }
}
