package io.rush.api.task;

import java.util.List;

/**
 * What a worker got for handing in results and asking for tasks.
 *
 * @param report which results counted; a result does not count when its task no longer belongs to the worker
 * @param tasks the next tasks, now running for the worker; empty when none was queued in time
 */
public record Exchange(TransitionReport report, List<Task> tasks) {
    public Exchange {
        tasks = List.copyOf(tasks);
    }
}
