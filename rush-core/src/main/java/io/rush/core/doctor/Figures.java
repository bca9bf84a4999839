package io.rush.core.doctor;

import io.rush.api.ServerFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The few figures of a server that people ask for, from its answer to {@code INFO}. */
public final class Figures {
    private static final Pattern DATABASE = Pattern.compile("db\\d+");
    private static final Pattern KEYS = Pattern.compile("keys=(\\d+)");

    private Figures() {}

    /** Numbers that the server does not tell are 0. */
    public static ServerFigures of(Map<String, String> answer) {
        Named info = new Named(answer);
        long maxMemory = info.number("maxmemory", 0);
        long lastSave = info.number("rdb_last_save_time", 0);
        return new ServerFigures(
                info.text("redis_version").orElse("unknown"),
                info.text("role").orElse("unknown"),
                Duration.ofSeconds(info.number("uptime_in_seconds", 0)),
                info.number("connected_clients", 0),
                info.number("used_memory", 0),
                maxMemory > 0 ? OptionalLong.of(maxMemory) : OptionalLong.empty(),
                keys(answer),
                info.number("instantaneous_ops_per_sec", 0),
                info.number("evicted_keys", 0),
                lastSave > 0 ? Optional.of(Instant.ofEpochSecond(lastSave)) : Optional.empty());
    }

    private static long keys(Map<String, String> answer) {
        return answer.entrySet().stream()
                .filter(entry -> DATABASE.matcher(entry.getKey()).matches())
                .flatMap(entry -> KEYS.matcher(entry.getValue()).results())
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .sum();
    }
}
