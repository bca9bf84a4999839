package io.rush.core.handle;

import io.rush.api.Server;
import io.rush.api.ServerFigures;
import io.rush.api.ServerReport;
import io.rush.api.SnapshotRule;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.store.RedisStore;
import io.rush.core.doctor.Doctor;
import io.rush.core.doctor.Figures;
import io.rush.core.doctor.InfoText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The Redis server behind a store. */
final class NetworkServer implements Server {
    private static final String SAVE = "save";

    private final RedisStore store;
    private final Doctor doctor;

    NetworkServer(RedisStore store, Doctor doctor) {
        this.store = store;
        this.doctor = doctor;
    }

    @Override
    public Map<String, String> info() {
        return InfoText.parse(store.send(RedisCommand.of("INFO")).asText());
    }

    @Override
    public ServerFigures figures() {
        return Figures.of(info());
    }

    @Override
    public ServerReport doctor() {
        return doctor.examine();
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
