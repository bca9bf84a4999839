package io.rush.api;

import io.rush.api.task.AwaitOptions;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.Condition;
import io.rush.api.task.PushOptions;
import io.rush.api.task.RetryOptions;
import io.rush.api.task.RetryPolicy;
import io.rush.api.task.TaskCounts;
import io.rush.api.task.TaskState;
import io.rush.api.task.TransitionReport;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tasks of a network: pushes them, follows their state, waits for them. Thread-safe.
 *
 * <p>Inputs are maps from name to value, or records. Values are strings, booleans, integers, floating point numbers with
 * NaN and infinities, {@code BigInteger}, {@code BigDecimal}, {@code Instant}, enums (as their name), bytes, lists,
 * arrays, maps with string keys, records, {@link io.rush.api.task.LargeObject} and null. Anything else is refused with
 * the path of the value, before anything is written.
 *
 * <p>Inputs, outputs or extras of a task that are larger than {@link RushConfig.Builder#largeObjectLimitBytes} as JSON lie
 * in the large-object directory, and nobody who reads them sees a difference. Without a directory they are refused.
 *
 * <p>Where the handle has an initial {@link RushConfig#seed() seed}, each pushed task gets a random stream of its own: the
 * one after that of the task before, whatever thread pushed it; the tasks of one call get consecutive ones. Seeds in
 * {@link PushOptions} are used instead, and then no stream is taken. {@link #pushFinished} takes none, as nothing is left
 * to evaluate, and neither does a push that is refused; one that fails in the store has taken its streams.
 */
public interface Tasks {
    /**
     * Queues one task.
     *
     * @return its key
     */
    String push(Map<String, ?> xs);

    /** Queues one task with a record's components as inputs. */
    String push(Record xs);

    /**
     * Queues tasks in order (manual, {@code push_tasks}).
     *
     * @param xss the inputs of each task: maps or records
     * @return their keys in order
     */
    List<String> push(Collection<?> xss);

    /**
     * The same with extras, seeds, timeouts and retries.
     *
     * @throws io.rush.api.error.ConfigurationException if a list of options is neither empty, nor of length one, nor as
     *     long as {@code xss}
     */
    List<String> push(Collection<?> xss, PushOptions options);

    /**
     * Queues tasks for one worker, which takes them before those of the shared queue (manual, {@code
     * push_priority_tasks}). If the worker is unknown or has left, they go to the shared queue.
     */
    List<String> pushPriority(String workerId, Collection<?> xss);

    /**
     * The same with a worker for each task.
     *
     * @param workerIds one element a task, or one for all; empty elements mean the shared queue
     */
    List<String> pushPriority(List<Optional<String>> workerIds, Collection<?> xss, PushOptions options);

    /**
     * Stores tasks with their outputs, as finished.
     *
     * @param xss the inputs of each task
     * @param yss the outputs of each task: maps or records
     * @param extras values stored along with the outputs: none, one for all, or one a task
     * @return their keys in order
     */
    List<String> pushFinished(Collection<?> xss, Collection<?> yss, List<? extends Map<String, ?>> extras);

    /** Stores tasks with their outputs, as finished. */
    default List<String> pushFinished(Collection<?> xss, Collection<?> yss) {
        return pushFinished(xss, yss, List.of());
    }

    /**
     * Stores tasks that failed before they were queued.
     *
     * @param conditions one a task, or one for all
     * @return their keys in order
     */
    List<String> pushFailed(Collection<?> xss, List<Condition> conditions);

    /**
     * Fails running tasks, whichever worker runs them (manual, {@code push_failed}); what that worker hands in later does
     * not count. A task whose policy covers the cause is queued for a retry instead.
     *
     * @param conditions one a key, or one for all
     * @throws io.rush.api.error.TaskStateException if a key is unknown; nothing is written
     */
    TransitionReport fail(List<String> keys, List<Condition> conditions);

    /** Retries failed tasks that have a retry left; they wait at the end of the shared queue. */
    default TransitionReport retry(List<String> keys) {
        return retry(keys, RetryOptions.defaults());
    }

    /**
     * Retries failed tasks (manual, {@code retry_tasks}). Those that may not be retried are named in the report; the
     * others are.
     *
     * @throws io.rush.api.error.TaskStateException if a key is unknown; nothing is written
     */
    TransitionReport retry(List<String> keys, RetryOptions options);

    /**
     * Sets the policy of the network: it retries failed tasks that were not pushed with a policy of their own, whoever runs
     * them, from now on and until another is set, it is cleared, or the network is reset. It holds for tasks, too, that
     * workers pushed as running: these wait in the shared queue for their retry, so somebody must take tasks from there.
     */
    void retryPolicy(RetryPolicy policy);

    /** The policy of the network. */
    Optional<RetryPolicy> retryPolicy();

    /** Clears the policy of the network. Tasks that wait for their retry still get it. */
    void clearRetryPolicy();

    /**
     * Takes every task out of the shared queue and the workers' queues, and those whose retry is not due; they fail with cause {@link
     * io.rush.api.task.FailureCause#REMOVED}.
     *
     * @return their keys
     */
    List<String> emptyQueue();

    /** Number of tasks by state, read as one moment. */
    TaskCounts counts();

    /** Number of tasks in each worker's own queue (manual, {@code priority_info}). */
    Map<String, Long> priorityCounts();

    /** Keys of all tasks. */
    List<String> keys();

    /**
     * Keys of the tasks in a state: queued ones in the order of the queue, then those of the workers' own queues, then
     * those whose retry is not due; finished ones in the order they finished.
     */
    List<String> keys(TaskState state);

    /**
     * Keys of the tasks in several states, read as one moment: no key stands in two of them (manual, {@code
     * tasks_with_state}).
     */
    Map<TaskState, List<String>> keys(Set<TaskState> states);

    /** The state of each task; unknown keys are left out. */
    Map<String, TaskState> states(Collection<String> keys);

    /** Whether a task is running; false if it is unknown (manual, {@code is_running_task}). */
    default boolean isRunning(String key) {
        return states(List.of(key)).get(key) == TaskState.RUNNING;
    }

    /** Whether a task has failed; false if it is unknown (manual, {@code is_failed_task}). */
    default boolean isFailed(String key) {
        return states(List.of(key)).get(key) == TaskState.FAILED;
    }

    /** Waits without a limit, see {@link #await(Collection, Duration)}. */
    default AwaitOutcome await(Collection<String> keys) {
        return await(keys, AwaitOptions.defaults());
    }

    /** Waits for some time, see {@link #await(Collection, AwaitOptions)}. */
    default AwaitOutcome await(Collection<String> keys, Duration timeout) {
        return await(keys, AwaitOptions.defaults().timeout(timeout));
    }

    /**
     * Blocks until every task is finished or failed, or no worker is starting or running, or the time is over (manual,
     * {@code wait_for_tasks}); the outcome says which. A task that waits for its retry is open. Woken by Redis; without
     * reports of progress at most one command a second while nothing happens, and two more every ten seconds that look for
     * lost workers.
     *
     * @throws io.rush.api.error.TaskStateException if a key is unknown, or a reset deletes the task while workers stay
     * @throws io.rush.api.error.RushException if the thread is interrupted; its interrupt flag is set again
     */
    AwaitOutcome await(Collection<String> keys, AwaitOptions options);
}
