package io.rush.api.task;

import io.rush.api.error.ConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is stored along with pushed tasks (manual, {@code push_tasks}). Immutable; each method returns a changed copy.
 *
 * <p>A list has one element a task, in the order of the tasks; a list of one element holds for all tasks; an empty list
 * means none. Any other length is refused by the push, before anything is written.
 */
public final class PushOptions {
    private static final PushOptions NONE =
            new PushOptions(List.of(), List.of(), List.of(), List.of(), Optional.empty(), false);

    private final List<Map<String, ?>> extras;
    private final List<Seed> seeds;
    private final List<Duration> timeouts;
    private final List<Integer> maxRetries;
    private final Optional<RetryPolicy> retryPolicy;
    private final boolean terminateWorkers;

    private PushOptions(
            List<? extends Map<String, ?>> extras,
            List<Seed> seeds,
            List<Duration> timeouts,
            List<Integer> maxRetries,
            Optional<RetryPolicy> retryPolicy,
            boolean terminateWorkers) {
        this.extras = List.copyOf(extras);
        this.seeds = List.copyOf(seeds);
        this.timeouts = List.copyOf(timeouts);
        this.maxRetries = List.copyOf(maxRetries);
        this.retryPolicy = retryPolicy;
        this.terminateWorkers = terminateWorkers;
    }

    /** Nothing along with the tasks; workers go on afterwards. */
    public static PushOptions none() {
        return NONE;
    }

    /** Named values stored along with each task. */
    public PushOptions extras(List<? extends Map<String, ?>> values) {
        return new PushOptions(values, seeds, timeouts, maxRetries, retryPolicy, terminateWorkers);
    }

    /** The random stream of each task; without, it comes from the initial seed of the handle, where that has one. */
    public PushOptions seeds(List<Seed> values) {
        return new PushOptions(extras, values, timeouts, maxRetries, retryPolicy, terminateWorkers);
    }

    /** How long every task may run. */
    public PushOptions timeout(Duration value) {
        return timeouts(List.of(value));
    }

    /**
     * How long each task may run, with millisecond precision.
     *
     * @throws ConfigurationException if one is less than a millisecond
     */
    public PushOptions timeouts(List<Duration> values) {
        for (Duration timeout : values) {
            if (timeout.compareTo(Duration.ofMillis(1)) < 0) {
                throw new ConfigurationException("a task's timeout must be at least a millisecond, not " + timeout);
            }
        }
        return new PushOptions(extras, seeds, values, maxRetries, retryPolicy, terminateWorkers);
    }

    /** How often every task may be retried. */
    public PushOptions maxRetries(int value) {
        return maxRetries(List.of(value));
    }

    /**
     * How often each task may be retried.
     *
     * @throws ConfigurationException if one is negative
     */
    public PushOptions maxRetries(List<Integer> values) {
        for (int retries : values) {
            if (retries < 0) {
                throw new ConfigurationException("the number of retries must be 0 or more, not " + retries);
            }
        }
        return new PushOptions(extras, seeds, timeouts, values, retryPolicy, terminateWorkers);
    }

    /** When these tasks are retried without anybody asking; without, the policy of the network holds, if it has one. */
    public PushOptions retryPolicy(RetryPolicy value) {
        return new PushOptions(extras, seeds, timeouts, maxRetries, Optional.of(value), terminateWorkers);
    }

    /** Whether workers terminate once no task is queued any more. */
    public PushOptions terminateWorkers(boolean value) {
        return new PushOptions(extras, seeds, timeouts, maxRetries, retryPolicy, value);
    }

    public List<Map<String, ?>> extras() {
        return extras;
    }

    public List<Seed> seeds() {
        return seeds;
    }

    public List<Duration> timeouts() {
        return timeouts;
    }

    public List<Integer> maxRetries() {
        return maxRetries;
    }

    public Optional<RetryPolicy> retryPolicy() {
        return retryPolicy;
    }

    public boolean terminateWorkers() {
        return terminateWorkers;
    }
}
