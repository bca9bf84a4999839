package io.rush.loop.inprocess;

import io.rush.api.Prefetch;
import io.rush.api.RushWorker;
import io.rush.api.TaskFeed;
import io.rush.api.WorkerLoop;
import io.rush.api.error.RushException;
import io.rush.api.error.SerializationException;
import io.rush.api.task.Task;
import io.rush.api.task.TaskResult;
import java.time.Duration;
import java.util.Optional;

/** Evaluates the tasks of a feed one after the other. */
final class InProcessLoop implements WorkerLoop {
    private static final Duration IDLE_WAIT = Duration.ofMinutes(1);

    private final Evaluation evaluation;
    private final Prefetch prefetch;

    InProcessLoop(Evaluation evaluation, Prefetch prefetch) {
        this.evaluation = evaluation;
        this.prefetch = prefetch;
    }

    /** Ends when the worker should leave or its thread is interrupted; the flag of the thread is then left set. */
    @Override
    public void run(RushWorker worker) {
        evaluation.prepare();
        try (TaskFeed feed = worker.feed(prefetch)) {
            work(worker, feed);
        }
    }

    private void work(RushWorker worker, TaskFeed feed) {
        while (!Thread.currentThread().isInterrupted()) {
            Optional<Task> task = next(feed);
            if (task.isPresent()) {
                evaluate(task.get(), feed);
            } else if (shouldLeave(worker)) {
                return;
            }
        }
    }

    private static Optional<Task> next(TaskFeed feed) {
        try {
            return feed.next(IDLE_WAIT);
        } catch (RushException interruption) {
            if (Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
            throw interruption;
        }
    }

    private static boolean shouldLeave(RushWorker worker) {
        return !Thread.currentThread().isInterrupted() && (worker.isTerminated() || worker.isTerminatedOnIdle());
    }

    private void evaluate(Task task, TaskFeed feed) {
        TaskResult result = evaluation.of(task);
        try {
            feed.handIn(result);
        } catch (SerializationException refused) {
            feed.handIn(evaluation.unstorable(result, refused));
        }
    }
}
