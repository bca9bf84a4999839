package io.rush.api;

import io.rush.api.task.TaskField;
import io.rush.api.task.TaskState;
import io.rush.api.task.TaskTable;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Reads tasks and results. Thread-safe.
 *
 * <p>Finished tasks are cached: a fetch asks Redis once for what came since, however many tasks there are, and the
 * cache holds all their fields. A fetch without fields reads those the manual reads by default. Tasks whose hash is
 * missing or damaged are left out of the table and logged as a warning.
 */
public interface Archive {
    /** Tasks of the shared queue in its order, then those whose retry is not due; by default inputs and extras. */
    TaskTable fetchQueued(TaskField... fields);

    /** Tasks of the workers' own queues; by default inputs and extras. */
    TaskTable fetchPriority(TaskField... fields);

    /** Running tasks; by default inputs, extras and worker id. */
    TaskTable fetchRunning(TaskField... fields);

    /** Finished tasks in the order they finished; by default inputs, outputs, extras, worker id and condition. */
    TaskTable fetchFinished(TaskField... fields);

    /**
     * The finished tasks this handle has read so far, as {@link #fetchFinished} would show them. Asks Redis nothing and
     * waits for no other call; costs the same however many tasks there are. Empty after {@link #resetCache}.
     */
    TaskTable fetchCached(TaskField... fields);

    /** Failed tasks, the latest last; by default inputs, worker id and condition. */
    TaskTable fetchFailed(TaskField... fields);

    /** Tasks of all states; by default inputs, outputs, extras, worker id and condition. */
    TaskTable fetch(TaskField... fields);

    /** Tasks in several states, read as one moment: no task stands there twice (manual, {@code fetch_tasks_with_state}). */
    TaskTable fetch(Set<TaskState> states, TaskField... fields);

    /**
     * Finished tasks that no {@code fetchNew}, {@code awaitNew} or {@code awaitFinished} of this handle has delivered,
     * in the order they finished (manual, {@code fetch_new_tasks}). Several threads that share the handle get each task
     * once between them.
     */
    TaskTable fetchNew(TaskField... fields);

    /**
     * Blocks until there is a new finished task and returns the new ones as {@link #fetchNew} does; woken by Redis
     * (manual, {@code wait_for_new_tasks}).
     *
     * @return empty if none came in time
     */
    Optional<TaskTable> awaitNew(Duration timeout, TaskField... fields);

    /**
     * Blocks until there is a new finished task and returns all finished ones; all of them then count as delivered
     * (manual, {@code wait_for_finished_tasks}).
     *
     * @return empty if none came in time
     */
    Optional<TaskTable> awaitFinished(Duration timeout, TaskField... fields);

    /** Drops the cache: the next fetch reads everything again. What was delivered stays delivered. */
    void resetCache();
}
