package io.rush.api.task;

import io.rush.api.error.ConfigurationException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/** How to wait for tasks (manual, {@code wait_for_tasks}). Immutable; each method returns a changed copy. */
public final class AwaitOptions {
    /** Time between two reports of progress where none is given. */
    public static final Duration DEFAULT_PERIOD = Duration.ofSeconds(1);

    /** How long workers may take to register where nothing else is said. */
    public static final Duration DEFAULT_START_TIMEOUT = Duration.ofSeconds(60);

    private static final AwaitOptions DEFAULT = new AwaitOptions(
            ChronoUnit.FOREVER.getDuration(), true, DEFAULT_START_TIMEOUT, Optional.empty(), DEFAULT_PERIOD);

    private final Duration timeout;
    private final boolean detectLostWorkers;
    private final Duration startTimeout;
    private final Optional<Consumer<? super Progress>> progress;
    private final Duration period;

    private AwaitOptions(
            Duration timeout,
            boolean detectLostWorkers,
            Duration startTimeout,
            Optional<Consumer<? super Progress>> progress,
            Duration period) {
        this.timeout = timeout;
        this.detectLostWorkers = detectLostWorkers;
        this.startTimeout = startTimeout;
        this.progress = progress;
        this.period = period;
    }

    /** No limit, lost workers are detected, no reports. */
    public static AwaitOptions defaults() {
        return DEFAULT;
    }

    /** How long to wait at most. */
    public AwaitOptions timeout(Duration value) {
        return new AwaitOptions(value, detectLostWorkers, startTimeout, progress, period);
    }

    /** Whether to look for lost workers now and then while waiting, see {@link io.rush.api.Workers#detectLost()}. */
    public AwaitOptions detectLostWorkers(boolean value) {
        return new AwaitOptions(timeout, value, startTimeout, progress, period);
    }

    /** How long workers may take to register after they were announced; those that take longer are not waited for. */
    public AwaitOptions startTimeout(Duration value) {
        return new AwaitOptions(timeout, detectLostWorkers, value, progress, period);
    }

    /**
     * Whom to tell how far the wait has come: on the waiting thread, at most once in a period, and once more at the end
     * however it ends. What it throws ends the wait and reaches the caller. {@link ProgressBar} is one.
     */
    public AwaitOptions progress(Consumer<? super Progress> listener) {
        return new AwaitOptions(timeout, detectLostWorkers, startTimeout, Optional.of(listener), period);
    }

    /**
     * The time between two reports.
     *
     * @throws ConfigurationException if it is less than ten milliseconds
     */
    public AwaitOptions period(Duration value) {
        if (value.compareTo(Duration.ofMillis(10)) < 0) {
            throw new ConfigurationException("the period of reports must be 10 milliseconds or more, not " + value);
        }
        return new AwaitOptions(timeout, detectLostWorkers, startTimeout, progress, value);
    }

    public Duration timeout() {
        return timeout;
    }

    public boolean detectLostWorkers() {
        return detectLostWorkers;
    }

    public Duration startTimeout() {
        return startTimeout;
    }

    public Optional<Consumer<? super Progress>> progress() {
        return progress;
    }

    public Duration period() {
        return period;
    }
}
