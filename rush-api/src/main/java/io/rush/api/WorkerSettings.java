package io.rush.api;

import io.rush.api.error.ConfigurationException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a worker that registers itself brings along.
 *
 * @param workerId 1 to 64 letters, digits, dots, underscores and hyphens; a random one if empty
 * @param constants named values for every call of its function
 * @param globals named values for everything that runs on it
 */
public record WorkerSettings(Optional<String> workerId, Map<String, Object> constants, Map<String, Object> globals) {
    private static final Pattern WORKER_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** @throws ConfigurationException if the id has illegal characters */
    public WorkerSettings {
        workerId.ifPresent(WorkerSettings::requireLegalId);
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        globals = Collections.unmodifiableMap(new LinkedHashMap<>(globals));
    }

    /** A random id, no constants, no globals. */
    public static WorkerSettings defaults() {
        return new WorkerSettings(Optional.empty(), Map.of(), Map.of());
    }

    /** An id of the caller's. */
    public static WorkerSettings ofId(String workerId) {
        return new WorkerSettings(Optional.of(workerId), Map.of(), Map.of());
    }

    private static void requireLegalId(String id) {
        if (!WORKER_ID.matcher(id).matches()) {
            throw new ConfigurationException(
                    "illegal worker id '" + id
                            + "': use 1 to 64 letters, digits, dots, underscores and hyphens, beginning with a letter or digit");
        }
    }
}
