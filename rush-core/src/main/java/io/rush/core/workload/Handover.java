package io.rush.core.workload;

import io.rush.api.ValueCodec;
import io.rush.api.log.LogSettings;
import io.rush.core.large.LargeObjectSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a JVM that a loop started needs to evaluate a function as its worker does; travels as JSON. Immutable.
 *
 * @param networkId the network
 * @param workerId the worker
 * @param function name of the function
 * @param constants named values for every call of the function
 * @param globals named values for everything that runs on the worker
 * @param logs what of the worker's log goes to Redis
 * @param largeObjects where values lie that are too large for Redis
 */
public record Handover(
        String networkId,
        String workerId,
        String function,
        Map<String, Object> constants,
        Map<String, Object> globals,
        LogSettings logs,
        LargeObjectSettings largeObjects) {
    private static final String WHAT = "what the worker handed over";
    private static final String NETWORK = "network";
    private static final String WORKER = "worker";
    private static final String FUNCTION = "function";
    private static final String CONSTANTS = "constants";
    private static final String GLOBALS = "globals";
    private static final String DIRECTORY = "large_object_directory";
    private static final String LIMIT = "large_object_limit_bytes";

    byte[] encode(ValueCodec codec) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(NETWORK, networkId);
        values.put(WORKER, workerId);
        values.put(FUNCTION, function);
        values.put(CONSTANTS, constants);
        values.put(GLOBALS, globals);
        Fields.write(logs, values);
        largeObjects
                .directory()
                .ifPresent(path -> values.put(DIRECTORY, path.toAbsolutePath().toString()));
        values.put(LIMIT, largeObjects.limitBytes());
        return codec.encode(values);
    }

    /**
     * From JSON.
     *
     * @throws io.rush.api.error.SerializationException if the bytes are not what {@link #encode} makes
     */
    public static Handover decode(byte[] json, ValueCodec codec) {
        Fields fields = new Fields(WHAT, codec.decode(json));
        Optional<Path> directory =
                fields.has(DIRECTORY) ? Optional.of(Path.of(fields.text(DIRECTORY))) : Optional.empty();
        return new Handover(
                fields.text(NETWORK),
                fields.text(WORKER),
                fields.text(FUNCTION),
                fields.map(CONSTANTS),
                fields.map(GLOBALS),
                fields.logs(),
                new LargeObjectSettings(directory, fields.number(LIMIT)));
    }
}
