package io.rush.api;

import io.rush.api.log.LogSettings;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Defaults of this process for every handle and worker start (manual, {@code rush_plan}). Immutable; each method returns
 * a changed copy. {@link #toString()} shows no secret.
 */
public final class RushPlan {
    private static volatile Optional<RushPlan> current = Optional.empty();

    private final int workers;
    private final Optional<String> redisUrl;
    private final Optional<String> storeName;
    private final WorkerKind workerKind;
    private final Duration startTimeout;
    private final LogSettings logs;

    private RushPlan(
            int workers,
            Optional<String> redisUrl,
            Optional<String> storeName,
            WorkerKind workerKind,
            Duration startTimeout,
            LogSettings logs) {
        this.workers = workers;
        this.redisUrl = redisUrl;
        this.storeName = storeName;
        this.workerKind = workerKind;
        this.startTimeout = startTimeout;
        this.logs = logs;
    }

    /** A plan with the defaults of {@link WorkerSpec}. */
    public static RushPlan create() {
        return new RushPlan(
                WorkerSpec.DEFAULT_WORKERS,
                Optional.empty(),
                Optional.empty(),
                WorkerKind.PROCESS,
                WorkerSpec.DEFAULT_START_TIMEOUT,
                LogSettings.none());
    }

    /** How many workers a start without a number starts; at least one. */
    public RushPlan workers(int number) {
        WorkerSpec.requireWorkers(number);
        return new RushPlan(number, redisUrl, storeName, workerKind, startTimeout, logs);
    }

    /** The server of handles that do not name one. */
    public RushPlan redisUrl(String url) {
        return new RushPlan(workers, Optional.of(url), storeName, workerKind, startTimeout, logs);
    }

    /** The store provider of handles that do not name one. */
    public RushPlan storeName(String name) {
        return new RushPlan(workers, redisUrl, Optional.of(name), workerKind, startTimeout, logs);
    }

    /** The kind of workers that a start without a kind starts. */
    public RushPlan workerKind(WorkerKind kind) {
        return new RushPlan(workers, redisUrl, storeName, kind, startTimeout, logs);
    }

    /** How long a start waits for its workers; positive. */
    public RushPlan startTimeout(Duration timeout) {
        WorkerSpec.requirePositive("start timeout", timeout);
        return new RushPlan(workers, redisUrl, storeName, workerKind, timeout, logs);
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
        return new RushPlan(workers, redisUrl, storeName, workerKind, startTimeout, settings);
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
     * @throws io.rush.api.error.StoreException if Redis is not reached; the plan before stays
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
        return "plan for " + workers + " workers of kind " + workerKind + " with start timeout " + startTimeout;
    }
}
