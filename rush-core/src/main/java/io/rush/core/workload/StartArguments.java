package io.rush.core.workload;

import io.rush.api.Heartbeat;
import io.rush.api.LoopProvider;
import io.rush.api.Prefetch;
import io.rush.api.ValueCodec;
import io.rush.api.WorkerSpec;
import io.rush.api.Workload;
import io.rush.api.error.SerializationException;
import io.rush.api.log.LogSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a worker is started with; lives in Redis as JSON. Immutable.
 *
 * @param workload a {@link Workload.NamedFunction} or {@link Workload.NamedLoop}
 * @param loopName name of the provider of the loop that evaluates a function
 * @param loopOptions what the user chose of what that loop lets choose
 * @param prefetch how far ahead of its tasks the worker is
 * @param constants named values for every call of the function
 * @param globals named values for everything that runs on the worker
 * @param logs what of the worker's log goes to Redis
 * @param supervised whether the worker ends with the process that started it
 * @param heartbeat how it shows that it is alive
 * @param shutdownGrace how long it may take to leave when its JVM is asked to end
 */
public record StartArguments(
        Workload workload,
        String loopName,
        Map<String, Object> loopOptions,
        Prefetch prefetch,
        Map<String, Object> constants,
        Map<String, Object> globals,
        LogSettings logs,
        boolean supervised,
        Optional<Heartbeat> heartbeat,
        Duration shutdownGrace) {
    private static final String FUNCTION = "function";
    private static final String LOOP = "loop";
    private static final String LOOP_NAME = "loop_name";
    private static final String LOOP_OPTIONS = "loop_options";
    private static final String PREFETCH = "prefetch";
    private static final String HAND_IN_DELAY = "hand_in_delay_ms";
    private static final String CONSTANTS = "constants";
    private static final String GLOBALS = "globals";
    private static final String SUPERVISED = "supervised";
    private static final String HEARTBEAT_PERIOD = "heartbeat_period_s";
    private static final String HEARTBEAT_EXPIRE = "heartbeat_expire_s";
    private static final String SHUTDOWN_GRACE = "shutdown_grace_ms";

    /** Those of a specification; a function or loop of this JVM is entered under its class name. */
    public static StartArguments of(WorkerSpec spec) {
        String loopName = spec.loopProvider().map(LoopProvider::name).orElse(spec.loopName());
        return new StartArguments(
                named(spec.workload()),
                loopName,
                spec.loopOptions(),
                spec.prefetch(),
                spec.constants(),
                spec.globals(),
                spec.logs(),
                spec.supervised(),
                spec.heartbeat(),
                spec.shutdownGrace());
    }

    /** The name of the function or loop. */
    public String runs() {
        return workload instanceof Workload.NamedFunction function
                ? function.name()
                : ((Workload.NamedLoop) workload).name();
    }

    private static Workload named(Workload workload) {
        if (workload instanceof Workload.LocalFunction local) {
            return new Workload.NamedFunction(local.function().getClass().getName());
        }
        if (workload instanceof Workload.LocalLoop local) {
            return new Workload.NamedLoop(local.loop().getClass().getName());
        }
        return workload;
    }

    /**
     * As JSON.
     *
     * @throws SerializationException if a constant or global is outside the value model; with its path
     */
    public byte[] encode(ValueCodec codec) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (workload instanceof Workload.NamedFunction function) {
            values.put(FUNCTION, function.name());
        } else if (workload instanceof Workload.NamedLoop loop) {
            values.put(LOOP, loop.name());
        }
        values.put(LOOP_NAME, loopName);
        values.put(LOOP_OPTIONS, loopOptions);
        values.put(PREFETCH, prefetch.depth());
        values.put(HAND_IN_DELAY, prefetch.delay().toMillis());
        values.put(CONSTANTS, constants);
        values.put(GLOBALS, globals);
        Fields.write(logs, values);
        values.put(SUPERVISED, supervised);
        heartbeat.ifPresent(given -> {
            values.put(HEARTBEAT_PERIOD, given.period().toSeconds());
            values.put(HEARTBEAT_EXPIRE, given.expire().toSeconds());
        });
        values.put(SHUTDOWN_GRACE, shutdownGrace.toMillis());
        return codec.encode(values);
    }

    /**
     * From JSON.
     *
     * @throws SerializationException if the bytes are not what {@link #encode} makes
     */
    public static StartArguments decode(byte[] json, ValueCodec codec) {
        Fields fields = new Fields("what the worker is to be started with", codec.decode(json));
        Workload workload = fields.has(FUNCTION)
                ? new Workload.NamedFunction(fields.text(FUNCTION))
                : new Workload.NamedLoop(fields.text(LOOP));
        return new StartArguments(
                workload,
                fields.text(LOOP_NAME),
                fields.map(LOOP_OPTIONS),
                new Prefetch(fields.smallNumber(PREFETCH), fields.millis(HAND_IN_DELAY)),
                fields.map(CONSTANTS),
                fields.map(GLOBALS),
                fields.logs(),
                fields.flag(SUPERVISED),
                heartbeat(fields),
                fields.millis(SHUTDOWN_GRACE));
    }

    private static Optional<Heartbeat> heartbeat(Fields fields) {
        return fields.has(HEARTBEAT_PERIOD)
                ? Optional.of(new Heartbeat(fields.seconds(HEARTBEAT_PERIOD), fields.seconds(HEARTBEAT_EXPIRE)))
                : Optional.empty();
    }
}
