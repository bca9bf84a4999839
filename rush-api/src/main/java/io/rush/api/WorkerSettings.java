package io.rush.api;

import io.rush.api.error.ConfigurationException;
import io.rush.api.log.LogSettings;
import java.time.Duration;
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
 * @param heartbeat how it shows that it is alive; without one it is found lost only from the machine it runs on
 * @param remote what {@link WorkerInfo#remote} says of it (manual, {@code remote})
 */
public record WorkerSettings(
        Optional<String> workerId,
        Map<String, Object> constants,
        Map<String, Object> globals,
        Optional<Heartbeat> heartbeat,
        boolean remote,
        LogSettings logs) {
    private static final Pattern WORKER_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** @throws ConfigurationException if the id has illegal characters */
    public WorkerSettings {
        workerId.ifPresent(WorkerSettings::requireLegalId);
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        globals = Collections.unmodifiableMap(new LinkedHashMap<>(globals));
    }

    /** A random id, no constants, no globals, no heartbeat, the log settings of the {@link RushPlan}. */
    public static WorkerSettings defaults() {
        return new WorkerSettings(
                Optional.empty(), Map.of(), Map.of(), Optional.empty(), false, RushPlan.plannedLogs());
    }

    /** An id of the caller's. */
    public static WorkerSettings ofId(String workerId) {
        return new WorkerSettings(
                Optional.of(workerId), Map.of(), Map.of(), Optional.empty(), false, RushPlan.plannedLogs());
    }

    /** The same with a heartbeat. */
    public WorkerSettings heartbeat(Duration period, Duration expire) {
        return new WorkerSettings(
                workerId, constants, globals, Optional.of(new Heartbeat(period, expire)), remote, logs);
    }

    /** The same for a worker on another machine than its controllers: with {@link Heartbeat#DEFAULT} unless one is set. */
    public WorkerSettings asRemote() {
        return new WorkerSettings(
                workerId, constants, globals, Optional.of(heartbeat.orElse(Heartbeat.DEFAULT)), true, logs);
    }

    /** The same with other log settings. */
    public WorkerSettings withLogs(LogSettings settings) {
        return new WorkerSettings(workerId, constants, globals, heartbeat, remote, settings);
    }

    private static void requireLegalId(String id) {
        if (!WORKER_ID.matcher(id).matches()) {
            throw new ConfigurationException(
                    "illegal worker id '" + id
                            + "': use 1 to 64 letters, digits, dots, underscores and hyphens, beginning with a letter or digit");
        }
    }
}
