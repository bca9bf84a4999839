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

    private final Workload workload;
    private Prefetch prefetch = Prefetch.none();
    private OptionalInt workers = OptionalInt.empty();
    private Optional<WorkerKind> kind = Optional.empty();
    private Optional<Duration> startTimeout = Optional.empty();
    private Optional<LoopProvider> loopProvider = Optional.empty();
    private String loopName = DEFAULT_LOOP;
    private Map<String, Object> loopOptions = Map.of();
    private boolean awaitStart = true;
    private boolean supervised = true;
    private Map<String, Object> constants = Map.of();
    private Map<String, Object> globals = Map.of();
    private List<String> jvmOptions = List.of();
    private Map<String, String> environment = Map.of();
    private Optional<Heartbeat> heartbeat = Optional.empty();
    private Duration shutdownGrace = DEFAULT_SHUTDOWN_GRACE;
    private Optional<Map<String, Level>> logThresholds = Optional.empty();
    private OptionalInt logBuffer = OptionalInt.empty();
    private Optional<Path> outputDirectory = Optional.empty();

    private WorkerSpec(Workload workload) {
        this.workload = workload;
    }

    private WorkerSpec(WorkerSpec other) {
        this.workload = other.workload;
        this.prefetch = other.prefetch;
        this.workers = other.workers;
        this.kind = other.kind;
        this.startTimeout = other.startTimeout;
        this.loopProvider = other.loopProvider;
        this.loopName = other.loopName;
        this.loopOptions = other.loopOptions;
        this.awaitStart = other.awaitStart;
        this.supervised = other.supervised;
        this.constants = other.constants;
        this.globals = other.globals;
        this.jvmOptions = other.jvmOptions;
        this.environment = other.environment;
        this.heartbeat = other.heartbeat;
        this.shutdownGrace = other.shutdownGrace;
        this.logThresholds = other.logThresholds;
        this.logBuffer = other.logBuffer;
        this.outputDirectory = other.outputDirectory;
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
        requireWorkers(number);
        WorkerSpec copy = new WorkerSpec(this);
        copy.workers = OptionalInt.of(number);
        return copy;
    }

    /** Where they run. Default: the plan's, else {@link WorkerKind#PROCESS}. */
    public WorkerSpec kind(WorkerKind value) {
        WorkerSpec copy = new WorkerSpec(this);
        copy.kind = Optional.of(value);
        return copy;
    }

    /** How long to wait until they are registered; positive. Default: the plan's, else 60 seconds. */
    public WorkerSpec startTimeout(Duration value) {
        requirePositive("start timeout", value);
        WorkerSpec copy = new WorkerSpec(this);
        copy.startTimeout = Optional.of(value);
        return copy;
    }

    /** Whether the start waits until they are registered. Default: true. */
    public WorkerSpec awaitStart(boolean value) {
        WorkerSpec copy = new WorkerSpec(this);
        copy.awaitStart = value;
        return copy;
    }

    /**
     * Whether they end with the handle that started them, and with this JVM however it ends (manual, {@code supervise}).
     * Default: true.
     */
    public WorkerSpec supervised(boolean value) {
        WorkerSpec copy = new WorkerSpec(this);
        copy.supervised = value;
        return copy;
    }

    /** Name of the loop that evaluates the function. Default: {@value #DEFAULT_LOOP}. */
    public WorkerSpec loopName(String name) {
        WorkerSpec copy = new WorkerSpec(this);
        copy.loopName = name;
        copy.loopProvider = Optional.empty();
        return copy;
    }

    /** The loop provider itself, without any discovery; for {@link WorkerKind#THREAD} alone. */
    public WorkerSpec loopProvider(LoopProvider provider) {
        WorkerSpec copy = new WorkerSpec(this);
        copy.loopProvider = Optional.of(provider);
        return copy;
    }

    /**
     * What the loop lets its user choose; each loop names its options. Refused at the start if the loop does not know one,
     * or cannot do what it says. Default: none.
     */
    public WorkerSpec loopOptions(Map<String, ?> options) {
        WorkerSpec copy = new WorkerSpec(this);
        copy.loopOptions = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        return copy;
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
        WorkerSpec copy = new WorkerSpec(this);
        copy.prefetch = value;
        return copy;
    }

    /** Named values for every call of the function (manual, {@code constants}). */
    public WorkerSpec constants(Map<String, ?> values) {
        WorkerSpec copy = new WorkerSpec(this);
        copy.constants = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        return copy;
    }

    /** Named values for everything that runs on the worker (manual, {@code globals}). */
    public WorkerSpec globals(Map<String, ?> values) {
        WorkerSpec copy = new WorkerSpec(this);
        copy.globals = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        return copy;
    }

    /** Options of the workers' JVMs, for example {@code -Xmx1g}; for {@link WorkerKind#PROCESS} alone. */
    public WorkerSpec jvmOptions(List<String> options) {
        WorkerSpec copy = new WorkerSpec(this);
        copy.jvmOptions = List.copyOf(options);
        return copy;
    }

    /** Environment variables of the workers' JVMs beside the inherited ones; for {@link WorkerKind#PROCESS} alone. */
    public WorkerSpec environment(Map<String, String> variables) {
        WorkerSpec copy = new WorkerSpec(this);
        copy.environment = Collections.unmodifiableMap(new HashMap<>(variables));
        return copy;
    }

    /**
     * Has the workers send a heartbeat; see {@link Heartbeat}. Default: none for local workers, which are observed by
     * their process; for remote ones that of their {@link WorkerScript}.
     *
     * @throws ConfigurationException if one is not in whole seconds, or {@code expire} is shorter than {@code period}
     */
    public WorkerSpec heartbeat(Duration period, Duration expire) {
        WorkerSpec copy = new WorkerSpec(this);
        copy.heartbeat = Optional.of(new Heartbeat(period, expire));
        return copy;
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
        WorkerSpec copy = new WorkerSpec(this);
        copy.logThresholds = Optional.of(new LogSettings(thresholds, 0).thresholds());
        return copy;
    }

    /**
     * How long a worker whose JVM is asked to end (SIGTERM) may take to finish its task and leave; zero or more, for
     * {@link WorkerKind#PROCESS} and remote workers. Default: 25 seconds.
     */
    public WorkerSpec shutdownGrace(Duration grace) {
        if (grace.isNegative()) {
            throw new ConfigurationException("the shutdown grace must be zero or more, not " + grace);
        }
        WorkerSpec copy = new WorkerSpec(this);
        copy.shutdownGrace = grace;
        return copy;
    }

    /**
     * How many log entries a worker gathers before it writes them; 0 to {@value LogSettings#MOST_BUFFERED} (manual, {@code
     * lgr_buffer_size}). It writes earlier after a warning or an error, after a second, and when it ends. Default: the
     * plan's, else 0: each is written at once, together with what comes up meanwhile.
     */
    public WorkerSpec logBuffer(int entries) {
        WorkerSpec copy = new WorkerSpec(this);
        copy.logBuffer = OptionalInt.of(new LogSettings(Map.of(), entries).buffer());
        return copy;
    }

    /**
     * Where the workers' standard output and error go, into files {@code <worker id>.out} and {@code <worker id>.err},
     * instead of those of this JVM; for {@link WorkerKind#PROCESS} alone. The directory is made where it is missing; files
     * that exist are continued.
     */
    public WorkerSpec outputDirectory(Path directory) {
        WorkerSpec copy = new WorkerSpec(this);
        copy.outputDirectory = Optional.of(directory);
        return copy;
    }

    public Workload workload() {
        return workload;
    }

    /** The number of workers: this specification's, else the plan's, else the default. */
    public int workers() {
        return workers.orElseGet(() -> RushPlan.current().map(RushPlan::workers).orElse(DEFAULT_WORKERS));
    }

    /** The kind of workers: this specification's, else the plan's, else the default. */
    public WorkerKind kind() {
        return kind.orElseGet(() -> RushPlan.current().map(RushPlan::workerKind).orElse(WorkerKind.PROCESS));
    }

    /** The start timeout: this specification's, else the plan's, else the default. */
    public Duration startTimeout() {
        return startTimeout.orElseGet(
                () -> RushPlan.current().map(RushPlan::startTimeout).orElse(DEFAULT_START_TIMEOUT));
    }

    public boolean awaitStart() {
        return awaitStart;
    }

    public boolean supervised() {
        return supervised;
    }

    public String loopName() {
        return loopName;
    }

    public Optional<LoopProvider> loopProvider() {
        return loopProvider;
    }

    public Map<String, Object> loopOptions() {
        return loopOptions;
    }

    public Prefetch prefetch() {
        return prefetch;
    }

    public Map<String, Object> constants() {
        return constants;
    }

    public Map<String, Object> globals() {
        return globals;
    }

    public List<String> jvmOptions() {
        return jvmOptions;
    }

    public Map<String, String> environment() {
        return environment;
    }

    public Optional<Heartbeat> heartbeat() {
        return heartbeat;
    }

    public Duration shutdownGrace() {
        return shutdownGrace;
    }

    /** What of the workers' log goes to Redis: as this specification says, else the plan. */
    public LogSettings logs() {
        LogSettings planned = RushPlan.plannedLogs();
        return new LogSettings(logThresholds.orElse(planned.thresholds()), logBuffer.orElse(planned.buffer()));
    }

    public Optional<Path> outputDirectory() {
        return outputDirectory;
    }

    static void requireWorkers(int number) {
        if (number < 1) {
            throw new ConfigurationException("the number of workers must be at least 1, not " + number);
        }
    }

    static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new ConfigurationException("the " + name + " must be positive, not " + value);
        }
    }
}
