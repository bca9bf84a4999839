package io.rush.api;

import io.rush.api.task.Task;
import io.rush.api.task.TaskResult;
import java.time.Duration;
import java.util.Optional;

/**
 * Tasks for a worker one after the other, and the way back for their results, in as few round trips as its depth allows.
 * Thread-safe, but callers wait for each other, even for one that waits for tasks: give each thread a feed of its own.
 *
 * <p>With depth 1 a result is handed in along with the request for the next task. With a larger depth, tasks are reserved
 * ahead and results gathered; Redis is told of both within the delay of the {@link Prefetch}, by a thread of the feed if need be.
 * Tasks that are reserved count as running. Those that have not begun go back to the front of the queue when the feed is
 * closed or its worker leaves or is lost, and that is no retry. A task that began less than that delay before
 * its worker was lost may go back as well and then runs again; it can do so once, as from then on Redis is told before
 * it begins.
 */
public interface TaskFeed extends AutoCloseable {
    /**
     * Takes the next task; it runs for the worker from now on.
     *
     * @param timeout how long to wait for a task; zero not to wait. The wait ends early when the worker is asked to leave,
     *     or is to leave as no task is queued
     * @return empty when there is none, or the worker {@link RushWorker#isTerminated()}
     */
    Optional<Task> next(Duration timeout);

    /**
     * Hands in the result of a task of the worker, at the latest when the next task is asked for. A result whose task no
     * longer belongs to the worker does not count, and nobody is told.
     *
     * @throws io.rush.api.error.TaskStateException if the task was not taken by the worker's handle or is handed in already
     * @throws io.rush.api.error.SerializationException if an output is outside the value model; the task still runs
     */
    void handIn(TaskResult result);

    /** Writes at once what was handed in; one round trip if there is anything. */
    void flush();

    /** Writes what was handed in and gives back the tasks that have not begun, also in an interrupted thread. Twice is harmless. */
    @Override
    void close();
}
