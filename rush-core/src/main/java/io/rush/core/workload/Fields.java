package io.rush.core.workload;

import io.rush.api.error.SerializationException;
import io.rush.api.log.LogSettings;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named values that this version of rush wrote, or another one: what is missing is told by name.
 *
 * @param whose what they describe, for messages
 * @param values the values
 */
record Fields(String whose, Map<String, Object> values) {
    private static final String LOG_THRESHOLDS = "log_thresholds";
    private static final String LOG_BUFFER = "log_buffer";

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        return read(name, String.class);
    }

    long number(String name) {
        return read(name, Long.class);
    }

    int smallNumber(String name) {
        return Math.toIntExact(number(name));
    }

    boolean flag(String name) {
        return read(name, Boolean.class);
    }

    Duration millis(String name) {
        return Duration.ofMillis(number(name));
    }

    Duration seconds(String name) {
        return Duration.ofSeconds(number(name));
    }

    Map<String, Object> map(String name) {
        Map<String, Object> copy = new LinkedHashMap<>();
        Map<?, ?> stored = read(name, Map.class);
        stored.forEach((key, value) -> copy.put((String) key, value));
        return Collections.unmodifiableMap(copy);
    }

    LogSettings logs() {
        Map<String, Level> thresholds = new LinkedHashMap<>();
        map(LOG_THRESHOLDS).forEach((logger, level) -> thresholds.put(logger, Level.valueOf((String) level)));
        return new LogSettings(thresholds, smallNumber(LOG_BUFFER));
    }

    static void write(LogSettings logs, Map<String, Object> target) {
        target.put(LOG_THRESHOLDS, logs.thresholds());
        target.put(LOG_BUFFER, logs.buffer());
    }

    private <T> T read(String name, Class<T> type) {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw new SerializationException(
                    name,
                    whose + " lacks a " + type.getSimpleName() + "; start the worker again with one version of rush");
        }
        return type.cast(value);
    }
}
