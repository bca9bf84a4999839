package io.rush.api;

import io.rush.api.error.ConfigurationException;
import io.rush.api.log.LogSettings;
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
 * @param logs what of its log goes to Redis: of what the thread that registers it logs from then on, and the threads that
 *     one starts
 */
public record WorkerSettings(
        Optional<String> workerId, Map<String, Object> constants, Map<String, Object> globals, LogSettings logs) {
    private static final Pattern WORKER_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** @throws ConfigurationException if the id has illegal characters */
    public WorkerSettings {
        workerId.ifPresent(WorkerSettings::requireLegalId);
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        globals = Collections.unmodifiableMap(new LinkedHashMap<>(globals));
    }

    /** With the log settings of the {@link RushPlan}. */
    public WorkerSettings(Optional<String> workerId, Map<String, Object> constants, Map<String, Object> globals) {
        this(workerId, constants, globals, RushPlan.plannedLogs());
    }

    /** A random id, no constants, no globals, the log settings of the {@link RushPlan}. */
    public static WorkerSettings defaults() {
        return new WorkerSettings(Optional.empty(), Map.of(), Map.of());
    }

    /** An id of the caller's. */
    public static WorkerSettings ofId(String workerId) {
        return new WorkerSettings(Optional.of(workerId), Map.of(), Map.of());
    }

    /** The same with other log settings. */
    public WorkerSettings withLogs(LogSettings settings) {
        return new WorkerSettings(workerId, constants, globals, settings);
    }

    private static void requireLegalId(String id) {
        if (!WORKER_ID.matcher(id).matches()) {
            throw new ConfigurationException(
                    "illegal worker id '" + id
                            + "': use 1 to 64 letters, digits, dots, underscores and hyphens, beginning with a letter or digit");
        }
    }
}
