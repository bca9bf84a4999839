package io.rush.api;

import io.rush.api.log.LogEntry;
import io.rush.api.task.Condition;
import io.rush.api.task.Exchange;
import io.rush.api.task.Task;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskResult;
import io.rush.api.task.TransitionReport;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A worker's own handle on its network (manual, {@code RushWorker}). Thread-safe: several threads may work for one
 * worker.
 *
 * <p>A task that the worker popped or pushed as running belongs to it until it hands in a result. Once the worker was
 * declared lost or killed, nothing it hands in counts: that is said by return values, never by exceptions.
 */
public interface RushWorker extends Rush {
    /**
     * Registers a worker of the caller's, running in this thread or wherever the handle is used. It leaves with
     * {@link #terminate()} or {@link #close()}; if its process ends without, controllers on the same machine notice, and
     * all of them if it has a heartbeat ({@link WorkerSettings#heartbeat}).
     */
    static RushWorker register(RushConfig config) {
        return register(config, WorkerSettings.defaults());
    }

    /** Registers a worker with an id, constants or globals of the caller's. */
    static RushWorker register(RushConfig config, WorkerSettings settings) {
        return RushProvider.find(config.classLoader()).register(config, settings);
    }

    /** Identifies the worker in its network. */
    String workerId();

    /** Named values for every call of the function; from the {@link WorkerSpec}. */
    Map<String, Object> constants();

    /** Named values shared with everything that runs on the worker; from the {@link WorkerSpec}. */
    Map<String, Object> globals();

    /** How the worker shows that it is alive (manual, {@code heartbeat}); empty without a heartbeat. */
    Optional<Heartbeat> heartbeat();

    /** Whether it was started as a remote worker (manual, {@code remote}). */
    boolean isRemote();

    /**
     * Takes a task from the worker's own queue, else from the shared queue; it then runs for this worker (manual, {@code
     * pop_task}). One round trip when a task is queued; otherwise blocks, woken by the next push.
     *
     * @param timeout how long to wait for a task; zero not to wait
     * @param fields fields to read; none for inputs, seed, timeout and retries
     * @return empty when no task was queued in time, or the worker {@link #isTerminated()}
     */
    Optional<Task> pop(Duration timeout, TaskField... fields);

    /**
     * Hands in results and takes the next tasks, in one round trip.
     *
     * @param results results of tasks that belong to this worker; may be empty
     * @param wanted how many tasks to take at most; 0 for none
     * @param timeout how long to wait for the first task; the wait ends early when the worker is asked to leave, or is to
     *     leave as no task is queued
     * @param fields as for {@link #pop}
     * @throws io.rush.api.error.TaskStateException if a result names a task that this handle did not take or already
     *     handed in; nothing is written
     * @throws io.rush.api.error.SerializationException if an output is outside the value model; nothing is written
     */
    Exchange exchange(List<? extends TaskResult> results, int wanted, Duration timeout, TaskField... fields);

    /**
     * Opens a feed of tasks: the cheapest way to work through many short tasks. Close it before the worker leaves.
     *
     * @param prefetch how far ahead it is
     * @param fields as for {@link #pop}
     */
    TaskFeed feed(Prefetch prefetch, TaskField... fields);

    /** The same with a depth of 1 to {@value Prefetch#DEEPEST} and the default delay. */
    default TaskFeed feed(int depth, TaskField... fields) {
        return feed(Prefetch.of(depth), fields);
    }

    /**
     * Creates tasks that run for this worker at once, without a queue (manual, {@code push_running_tasks}). They get no
     * seed: the worker evaluates them itself.
     *
     * @param xss the inputs of each task: maps by name, or records
     * @return keys of the tasks in order; none if the worker is no longer one of the network, and nothing is written then
     */
    List<String> pushRunning(Collection<?> xss);

    /**
     * The same with values stored along with the inputs.
     *
     * @param extras one element a task, or one for all
     */
    List<String> pushRunning(Collection<?> xss, List<? extends Map<String, ?>> extras);

    /**
     * Finishes a task (manual, {@code push_results}); one round trip.
     *
     * @return whether the result counts
     */
    boolean finish(String key, Map<String, ?> ys);

    /** The same with values stored along with the outputs. */
    boolean finish(String key, Map<String, ?> ys, Map<String, ?> extra);

    /** Finishes several tasks, a map of outputs a key; each result counts or not by itself. */
    TransitionReport finish(List<String> keys, List<? extends Map<String, ?>> yss);

    /**
     * Fails a task of this worker, or has it retried if its policy covers the cause; one round trip.
     *
     * @return whether the failure counts
     */
    boolean fail(String key, Condition condition);

    /**
     * Adds an entry to the log of this worker, for what was logged for it in another JVM. Worker and time are this
     * worker's and those of Redis, whatever the entry says. Dropped where the worker's log does not go to Redis; the
     * thresholds are not asked. Never waits and never fails.
     */
    void log(LogEntry entry);

    /**
     * Whether the worker should leave: somebody asked for it, or the worker is no longer one of the network (manual,
     * {@code terminated}). One round trip.
     */
    boolean isTerminated();

    /**
     * Whether the worker should leave because no task is queued and the last push asked for it (manual, {@code
     * terminated_on_idle}). One round trip.
     */
    boolean isTerminatedOnIdle();

    /**
     * Leaves the network as terminated; the last act of a loop (manual, {@code set_terminated}). Tasks that still belong
     * to the worker fail as lost; those in its own queue go to the shared queue. Twice is harmless.
     */
    void terminate();

    /** Leaves the network as {@link #terminate()} does, then closes the connections. */
    @Override
    void close();
}
