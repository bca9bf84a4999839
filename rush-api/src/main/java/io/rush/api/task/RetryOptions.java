package io.rush.api.task;

/**
 * How failed tasks are retried (manual, {@code retry_tasks}).
 *
 * @param ignoreMaxRetries whether to retry tasks that have no retry left, too
 * @param nextSeed whether a task with a seed takes the next sub-stream of it, so that it draws other numbers
 */
public record RetryOptions(boolean ignoreMaxRetries, boolean nextSeed) {
    private static final RetryOptions DEFAULT = new RetryOptions(false, false);

    /** Honours the maximum number of retries and keeps the seed. */
    public static RetryOptions defaults() {
        return DEFAULT;
    }

    /** The same with another {@code ignoreMaxRetries}. */
    public RetryOptions ignoreMaxRetries(boolean value) {
        return new RetryOptions(value, nextSeed);
    }

    /** The same with another {@code nextSeed}. */
    public RetryOptions nextSeed(boolean value) {
        return new RetryOptions(ignoreMaxRetries, value);
    }
}
