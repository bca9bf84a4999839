package io.rush.api;

import io.rush.api.log.LogSettings;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Defaults of this process for every handle and worker start (manual, {@code rush_plan}). Immutable; each method returns
 * a changed copy and refuses bad values at once. {@link #toString()} shows no secret.
 */
public final class RushPlan {
    private static volatile Optional<RushPlan> current = Optional.empty();

    private int workers = WorkerSpec.DEFAULT_WORKERS;
    private Optional<String> redisUrl = Optional.empty();
    private Optional<String> storeName = Optional.empty();
    private WorkerKind workerKind = WorkerKind.PROCESS;
    private Duration startTimeout = WorkerSpec.DEFAULT_START_TIMEOUT;
    private Optional<Path> largeObjectDirectory = Optional.empty();
    private OptionalLong largeObjectLimitBytes = OptionalLong.empty();

    private LogSettings logs = LogSettings.none();
    private Duration lostDetection = RushConfig.DEFAULT_LOST_DETECTION;
    private Duration outageTolerance = RushConfig.DEFAULT_OUTAGE_TOLERANCE;

    private RushPlan() {}

    private RushPlan(RushPlan other) {
        this.workers = other.workers;
        this.redisUrl = other.redisUrl;
        this.storeName = other.storeName;
        this.workerKind = other.workerKind;
        this.startTimeout = other.startTimeout;
        this.largeObjectDirectory = other.largeObjectDirectory;
        this.largeObjectLimitBytes = other.largeObjectLimitBytes;
        this.logs = other.logs;
        this.lostDetection = other.lostDetection;
        this.outageTolerance = other.outageTolerance;
    }

    /** A plan with the defaults of {@link WorkerSpec}. */
    public static RushPlan create() {
        return new RushPlan();
    }

    /** How many workers a start without a number starts; at least one. */
    public RushPlan workers(int number) {
        RushPlan copy = new RushPlan(this);
        copy.workers = Bounds.workers(number);
        return copy;
    }

    /** The server of handles that do not name one. */
    public RushPlan redisUrl(String url) {
        RushPlan copy = new RushPlan(this);
        copy.redisUrl = Optional.of(url);
        return copy;
    }

    /** The store provider of handles that do not name one. */
    public RushPlan storeName(String name) {
        RushPlan copy = new RushPlan(this);
        copy.storeName = Optional.of(name);
        return copy;
    }

    /** The kind of workers that a start without a kind starts. */
    public RushPlan workerKind(WorkerKind kind) {
        RushPlan copy = new RushPlan(this);
        copy.workerKind = kind;
        return copy;
    }

    /** How long a start waits for its workers; positive. */
    public RushPlan startTimeout(Duration timeout) {
        RushPlan copy = new RushPlan(this);
        copy.startTimeout = Bounds.startTimeout(timeout);
        return copy;
    }

    /** How often handles look for lost workers; zero for never. See {@link RushConfig.Builder#lostDetection}. */
    public RushPlan lostDetection(Duration interval) {
        RushPlan copy = new RushPlan(this);
        copy.lostDetection = Bounds.lostDetection(interval);
        return copy;
    }

    /** How long Redis may be away before a call fails; see {@link RushConfig.Builder#outageTolerance}. */
    public RushPlan outageTolerance(Duration tolerance) {
        RushPlan copy = new RushPlan(this);
        copy.outageTolerance = Bounds.outageTolerance(tolerance);
        return copy;
    }

    /** The large-object directory of handles that do not name one (manual, {@code large_objects_path}). */
    public RushPlan largeObjectDirectory(Path directory) {
        RushPlan copy = new RushPlan(this);
        copy.largeObjectDirectory = Optional.of(directory);
        return copy;
    }

    /** The limit of handles that set none; see {@link RushConfig.Builder#largeObjectLimitBytes}. */
    public RushPlan largeObjectLimitBytes(long bytes) {
        RushPlan copy = new RushPlan(this);
        copy.largeObjectLimitBytes = OptionalLong.of(Bounds.largeObjectLimit(bytes));
        return copy;
    }

    /** What of the log of workers goes to Redis where they do not say; see {@link WorkerSpec#logThresholds}. */
    public RushPlan logThresholds(Map<String, Level> thresholds) {
        return with(new LogSettings(thresholds, logs.buffer()));
    }

    /** The log buffer of workers that do not say; see {@link WorkerSpec#logBuffer}. */
    public RushPlan logBuffer(int entries) {
        return with(new LogSettings(logs.thresholds(), entries));
    }

    private RushPlan with(LogSettings settings) {
        RushPlan copy = new RushPlan(this);
        copy.logs = settings;
        return copy;
    }

    public int workers() {
        return workers;
    }

    public Optional<String> redisUrl() {
        return redisUrl;
    }

    public Optional<String> storeName() {
        return storeName;
    }

    public WorkerKind workerKind() {
        return workerKind;
    }

    public Duration startTimeout() {
        return startTimeout;
    }

    public Duration lostDetection() {
        return lostDetection;
    }

    public Duration outageTolerance() {
        return outageTolerance;
    }

    public Optional<Path> largeObjectDirectory() {
        return largeObjectDirectory;
    }

    public OptionalLong largeObjectLimitBytes() {
        return largeObjectLimitBytes;
    }

    public LogSettings logs() {
        return logs;
    }

    /** Those of the plan of the process, else none. */
    static LogSettings plannedLogs() {
        return current.map(RushPlan::logs).orElseGet(LogSettings::none);
    }

    /**
     * Makes this the plan of the process, after the connection was tried.
     *
     * @throws io.rush.api.error.StoreException if Redis is not reached or refuses the credentials; the plan before stays
     * @throws io.rush.api.error.ConfigurationException if the URL is malformed, no store fits, or the large-object
     *     directory cannot be written to; the plan before stays
     */
    public void set() {
        RushProvider.find(RushProvider.defaultClassLoader()).check(this);
        current = Optional.of(this);
    }

    /** The plan of the process, where one is set (manual, {@code rush_config}). */
    public static Optional<RushPlan> current() {
        return current;
    }

    /** Whether a plan is set (manual, {@code rush_available}). */
    public static boolean isAvailable() {
        return current().isPresent();
    }

    /** Removes the plan; harmless without one (manual, {@code remove_rush_plan}). */
    public static void remove() {
        current = Optional.empty();
    }

    @Override
    public String toString() {
        return "plan for " + workers + " workers of kind " + workerKind + " with start timeout " + startTimeout
                + largeObjectDirectory
                        .map(path -> " and large objects in " + path)
                        .orElse("");
    }
}
