package io.rush.api;

import io.rush.api.error.ConfigurationException;
import io.rush.api.log.LogSettings;
import io.rush.api.task.TaskFunction;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which workers to start and what they run. Immutable; each method returns a changed copy and refuses bad values at
 * once.
 */
public final class WorkerSpec {
    /** Number of workers where neither the specification nor the plan says otherwise. */
    public static final int DEFAULT_WORKERS = 1;

    /** How long a start waits for its workers where neither the specification nor the plan says otherwise. */
    public static final Duration DEFAULT_START_TIMEOUT = Duration.ofSeconds(60);

    /** Name of the loop that evaluates a function where the specification does not say otherwise. */
    public static final String DEFAULT_LOOP = "inprocess";

    /** How long a worker whose JVM is asked to end (SIGTERM) may still take for its task. */
    public static final Duration DEFAULT_SHUTDOWN_GRACE = Duration.ofSeconds(25);

    private static final Setting<Prefetch> PREFETCH = new Setting<>(Prefetch.none());
    private static final Setting<OptionalInt> WORKERS = new Setting<>(OptionalInt.empty());
    private static final Setting<Optional<WorkerKind>> KIND = new Setting<>(Optional.empty());
    private static final Setting<Optional<Duration>> START_TIMEOUT = new Setting<>(Optional.empty());
    private static final Setting<Optional<LoopProvider>> LOOP_PROVIDER = new Setting<>(Optional.empty());
    private static final Setting<String> LOOP_NAME = new Setting<>(DEFAULT_LOOP);
    private static final Setting<Map<String, Object>> LOOP_OPTIONS = new Setting<>(Map.of());
    private static final Setting<Boolean> AWAIT_START = new Setting<>(true);
    private static final Setting<Boolean> SUPERVISED = new Setting<>(true);
    private static final Setting<Map<String, Object>> CONSTANTS = new Setting<>(Map.of());
    private static final Setting<Map<String, Object>> GLOBALS = new Setting<>(Map.of());
    private static final Setting<List<String>> JVM_OPTIONS = new Setting<>(List.of());
    private static final Setting<Map<String, String>> ENVIRONMENT = new Setting<>(Map.of());
    private static final Setting<Optional<Heartbeat>> HEARTBEAT = new Setting<>(Optional.empty());
    private static final Setting<Duration> SHUTDOWN_GRACE = new Setting<>(DEFAULT_SHUTDOWN_GRACE);
    private static final Setting<Optional<Map<String, Level>>> LOG_THRESHOLDS = new Setting<>(Optional.empty());
    private static final Setting<OptionalInt> LOG_BUFFER = new Setting<>(OptionalInt.empty());
    private static final Setting<Optional<Path>> OUTPUT_DIRECTORY = new Setting<>(Optional.empty());

    private final Workload workload;
    private final Settings settings;

    private WorkerSpec(Workload workload) {
        this(workload, Settings.initial());
    }

    private WorkerSpec(Workload workload, Settings settings) {
        this.workload = workload;
        this.settings = settings;
    }

    /** Workers that evaluate a function, created on each of them. */
    public static WorkerSpec of(Class<? extends TaskFunction> function) {
        return new WorkerSpec(new Workload.NamedFunction(function.getName()));
    }

    /** Workers that evaluate a function of this JVM; for {@link WorkerKind#THREAD} alone. */
    public static WorkerSpec of(TaskFunction function) {
        return new WorkerSpec(new Workload.LocalFunction(function));
    }

    /** Workers that evaluate the function of that class name or service name. */
    public static WorkerSpec ofFunction(String name) {
        return new WorkerSpec(new Workload.NamedFunction(name));
    }

    /** Workers that run a loop, created on each of them. */
    public static WorkerSpec ofLoop(Class<? extends WorkerLoop> loop) {
        return new WorkerSpec(new Workload.NamedLoop(loop.getName()));
    }

    /** Workers that run a loop of this JVM; for {@link WorkerKind#THREAD} alone. */
    public static WorkerSpec ofLoop(WorkerLoop loop) {
        return new WorkerSpec(new Workload.LocalLoop(loop));
    }

    /** Workers that run the loop of that class name or service name. */
    public static WorkerSpec ofLoop(String name) {
        return new WorkerSpec(new Workload.NamedLoop(name));
    }

    /** How many workers; at least one. Default: the plan's, else {@value #DEFAULT_WORKERS}. */
    public WorkerSpec workers(int number) {
        return with(WORKERS, OptionalInt.of(Bounds.workers(number)));
    }

    /** Where they run. Default: the plan's, else {@link WorkerKind#PROCESS}. */
    public WorkerSpec kind(WorkerKind value) {
        return with(KIND, Optional.of(value));
    }

    /** How long to wait until they are registered; positive. Default: the plan's, else 60 seconds. */
    public WorkerSpec startTimeout(Duration value) {
        return with(START_TIMEOUT, Optional.of(Bounds.startTimeout(value)));
    }

    /** Whether the start waits until they are registered. Default: true. */
    public WorkerSpec awaitStart(boolean value) {
        return with(AWAIT_START, value);
    }

    /**
     * Whether they end with the handle that started them, and with this JVM however it ends (manual, {@code supervise}).
     * Default: true.
     */
    public WorkerSpec supervised(boolean value) {
        return with(SUPERVISED, value);
    }

    /** Name of the loop that evaluates the function. Default: {@value #DEFAULT_LOOP}. */
    public WorkerSpec loopName(String name) {
        return with(LOOP_NAME, name).with(LOOP_PROVIDER, Optional.empty());
    }

    /** The loop provider itself, without any discovery; for {@link WorkerKind#THREAD} alone. */
    public WorkerSpec loopProvider(LoopProvider provider) {
        return with(LOOP_PROVIDER, Optional.of(provider));
    }

    /**
     * What the loop lets its user choose; each loop names its options. Refused at the start if the loop does not know one,
     * or cannot do what it says. Default: none.
     */
    public WorkerSpec loopOptions(Map<String, ?> options) {
        return with(LOOP_OPTIONS, Collections.unmodifiableMap(new LinkedHashMap<>(options)));
    }

    /**
     * How many tasks a worker has at hand at most, 1 to {@value Prefetch#DEEPEST}, with the default delay. More than one
     * pays off for tasks that take less than some milliseconds. Loops of the user's own decide by themselves. Default: 1.
     */
    public WorkerSpec prefetch(int depth) {
        return prefetch(Prefetch.of(depth));
    }

    /** How many tasks a worker has at hand at most, and how long it may keep results to itself. */
    public WorkerSpec prefetch(Prefetch value) {
        return with(PREFETCH, value);
    }

    /** Named values for every call of the function (manual, {@code constants}). */
    public WorkerSpec constants(Map<String, ?> values) {
        return with(CONSTANTS, Collections.unmodifiableMap(new LinkedHashMap<>(values)));
    }

    /** Named values for everything that runs on the worker (manual, {@code globals}). */
    public WorkerSpec globals(Map<String, ?> values) {
        return with(GLOBALS, Collections.unmodifiableMap(new LinkedHashMap<>(values)));
    }

    /** Options of the workers' JVMs, for example {@code -Xmx1g}; for {@link WorkerKind#PROCESS} alone. */
    public WorkerSpec jvmOptions(List<String> options) {
        return with(JVM_OPTIONS, List.copyOf(options));
    }

    /** Environment variables of the workers' JVMs beside the inherited ones; for {@link WorkerKind#PROCESS} alone. */
    public WorkerSpec environment(Map<String, String> variables) {
        return with(ENVIRONMENT, Collections.unmodifiableMap(new HashMap<>(variables)));
    }

    /**
     * Has the workers send a heartbeat; see {@link Heartbeat}. Default: none for local workers, which are observed by
     * their process; for remote ones that of their {@link WorkerScript}.
     *
     * @throws ConfigurationException if one is not in whole seconds, or {@code expire} is shorter than {@code period}
     */
    public WorkerSpec heartbeat(Duration period, Duration expire) {
        return with(HEARTBEAT, Optional.of(new Heartbeat(period, expire)));
    }

    /**
     * What of the workers' log goes to Redis: by name of a logger, the lowest level (manual, {@code lgr_thresholds}). See
     * {@link LogSettings}. Default: the plan's, else nothing.
     *
     * <p>A worker of kind {@link WorkerKind#PROCESS} captures what its JVM logs; one of kind {@link WorkerKind#THREAD}
     * what its thread logs, and the threads that this one starts. Loggers are made to let pass what is captured, and get
     * back the level they had; handlers that print what a logger lets pass may print more meanwhile. The loggers of rush
     * itself are captured from {@code WARNING} on, unless a threshold names them; those of its Redis client never are.
     */
    public WorkerSpec logThresholds(Map<String, Level> thresholds) {
        return with(LOG_THRESHOLDS, Optional.of(new LogSettings(thresholds, 0).thresholds()));
    }

    /**
     * How long a worker whose JVM is asked to end (SIGTERM) may take to finish its task and leave; zero or more, for
     * {@link WorkerKind#PROCESS} and remote workers. Default: 25 seconds.
     */
    public WorkerSpec shutdownGrace(Duration grace) {
        return with(SHUTDOWN_GRACE, Bounds.shutdownGrace(grace));
    }

    /**
     * How many log entries a worker gathers before it writes them; 0 to {@value LogSettings#MOST_BUFFERED} (manual, {@code
     * lgr_buffer_size}). It writes earlier after a warning or an error, after a second, and when it ends. Default: the
     * plan's, else 0: each is written at once, together with what comes up meanwhile.
     */
    public WorkerSpec logBuffer(int entries) {
        return with(LOG_BUFFER, OptionalInt.of(new LogSettings(Map.of(), entries).buffer()));
    }

    /**
     * Where the workers' standard output and error go, into files {@code <worker id>.out} and {@code <worker id>.err},
     * instead of those of this JVM; for {@link WorkerKind#PROCESS} alone. The directory is made where it is missing; files
     * that exist are continued.
     */
    public WorkerSpec outputDirectory(Path directory) {
        return with(OUTPUT_DIRECTORY, Optional.of(directory));
    }

    public Workload workload() {
        return workload;
    }

    /** The number of workers: this specification's, else the plan's, else the default. */
    public int workers() {
        return settings.get(WORKERS)
                .orElseGet(() -> RushPlan.current().map(RushPlan::workers).orElse(DEFAULT_WORKERS));
    }

    /** The kind of workers: this specification's, else the plan's, else the default. */
    public WorkerKind kind() {
        return settings.get(KIND)
                .orElseGet(() -> RushPlan.current().map(RushPlan::workerKind).orElse(WorkerKind.PROCESS));
    }

    /** The start timeout: this specification's, else the plan's, else the default. */
    public Duration startTimeout() {
        return settings.get(START_TIMEOUT)
                .orElseGet(() -> RushPlan.current().map(RushPlan::startTimeout).orElse(DEFAULT_START_TIMEOUT));
    }

    public boolean awaitStart() {
        return settings.get(AWAIT_START);
    }

    public boolean supervised() {
        return settings.get(SUPERVISED);
    }

    public String loopName() {
        return settings.get(LOOP_NAME);
    }

    public Map<String, Object> loopOptions() {
        return settings.get(LOOP_OPTIONS);
    }

    public Optional<LoopProvider> loopProvider() {
        return settings.get(LOOP_PROVIDER);
    }

    public Prefetch prefetch() {
        return settings.get(PREFETCH);
    }

    public Map<String, Object> constants() {
        return settings.get(CONSTANTS);
    }

    public Map<String, Object> globals() {
        return settings.get(GLOBALS);
    }

    public List<String> jvmOptions() {
        return settings.get(JVM_OPTIONS);
    }

    public Map<String, String> environment() {
        return settings.get(ENVIRONMENT);
    }

    public Optional<Heartbeat> heartbeat() {
        return settings.get(HEARTBEAT);
    }

    public Duration shutdownGrace() {
        return settings.get(SHUTDOWN_GRACE);
    }

    /** What of the workers' log goes to Redis: as this specification says, else the plan. */
    public LogSettings logs() {
        LogSettings planned = RushPlan.plannedLogs();
        return new LogSettings(
                settings.get(LOG_THRESHOLDS).orElse(planned.thresholds()),
                settings.get(LOG_BUFFER).orElse(planned.buffer()));
    }

    public Optional<Path> outputDirectory() {
        return settings.get(OUTPUT_DIRECTORY);
    }

    private <T> WorkerSpec with(Setting<T> setting, T value) {
        return new WorkerSpec(workload, settings.with(setting, value));
    }
}
