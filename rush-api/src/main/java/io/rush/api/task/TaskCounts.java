package io.rush.api.task;

/**
 * Number of tasks by state, read as one moment.
 *
 * @param queued tasks in the shared queue
 * @param queuedPriority tasks in the workers' own queues
 * @param delayed queued tasks whose retry is not due yet, see {@link RetryPolicy}
 * @param running tasks that belong to a worker
 * @param finished tasks with outputs
 * @param failed tasks that failed and were not retried
 */
public record TaskCounts(long queued, long queuedPriority, long delayed, long running, long finished, long failed) {
    /** All tasks of the network. */
    public long total() {
        return queued + queuedPriority + delayed + running + finished + failed;
    }
}
