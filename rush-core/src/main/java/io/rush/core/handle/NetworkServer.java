package io.rush.core.handle;

import io.rush.api.Server;
import io.rush.api.SnapshotRule;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The Redis server behind a store. */
final class NetworkServer implements Server {
    private static final String SAVE = "save";

    private final RedisStore store;

    NetworkServer(RedisStore store) {
        this.store = store;
    }

    @Override
    public Map<String, String> info() {
        Map<String, String> info = new LinkedHashMap<>();
        store.send(RedisCommand.of("INFO"))
                .asText()
                .lines()
                .filter(line -> !line.startsWith("#") && line.contains(":"))
                .map(line -> line.split(":", 2))
                .forEach(pair -> info.put(pair[0], pair[1]));
        return info;
    }

    @Override
    public List<SnapshotRule> snapshotSchedule() {
        List<RedisReply> nameAndValue =
                store.send(RedisCommand.of("CONFIG", "GET", SAVE)).asList();
        String text = nameAndValue.get(1).asText();
        List<SnapshotRule> rules = new ArrayList<>();
        if (!text.isBlank()) {
            String[] numbers = text.strip().split(" +", -1);
            for (int i = 0; i < numbers.length; i += 2) {
                rules.add(new SnapshotRule(
                        Duration.ofSeconds(Long.parseLong(numbers[i])), Long.parseLong(numbers[i + 1])));
            }
        }
        return rules;
    }

    @Override
    public void snapshotSchedule(List<SnapshotRule> rules) {
        String text = rules.stream()
                .map(rule -> rule.period().toSeconds() + " " + rule.changes())
                .collect(Collectors.joining(" "));
        store.send(RedisCommand.of("CONFIG", "SET", SAVE, text));
    }
}
