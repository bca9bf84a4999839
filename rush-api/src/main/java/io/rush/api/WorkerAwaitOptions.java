package io.rush.api;

import io.rush.api.task.AwaitOptions;
import io.rush.api.task.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How to wait for workers to run or to stop (manual, {@code wait_for_workers}); what {@link AwaitOptions} is for tasks.
 * Immutable; each method returns a changed copy.
 */
public final class WorkerAwaitOptions {
    private static final WorkerAwaitOptions DEFAULT = new WorkerAwaitOptions(AwaitOptions.defaults());

    private final AwaitOptions shared;

    private WorkerAwaitOptions(AwaitOptions shared) {
        this.shared = shared;
    }

    /** No limit, no reports. */
    public static WorkerAwaitOptions defaults() {
        return DEFAULT;
    }

    /** How long to wait at most. */
    public WorkerAwaitOptions timeout(Duration value) {
        return new WorkerAwaitOptions(shared.timeout(value));
    }

    /**
     * Whom to tell how many of the workers run, or have stopped: on the waiting thread, at most once in a period, and once
     * more at the end, before a timeout or a failure is thrown. What it throws ends the wait and reaches the caller. {@link
     * io.rush.api.task.ProgressBar} is one.
     */
    public WorkerAwaitOptions progress(Consumer<? super Progress> listener) {
        return new WorkerAwaitOptions(shared.progress(listener));
    }

    /**
     * The time between two reports. Default: {@link AwaitOptions#DEFAULT_PERIOD}.
     *
     * @throws io.rush.api.error.ConfigurationException if it is less than ten milliseconds
     */
    public WorkerAwaitOptions period(Duration value) {
        return new WorkerAwaitOptions(shared.period(value));
    }

    public Duration timeout() {
        return shared.timeout();
    }

    public Optional<Consumer<? super Progress>> progress() {
        return shared.progress();
    }

    public Duration period() {
        return shared.period();
    }
}
