package io.rush.loop.process;

import io.rush.api.LoopContext;
import io.rush.api.RushWorker;
import io.rush.api.TaskFeed;
import io.rush.api.WorkerLoop;
import io.rush.api.error.RushException;
import io.rush.api.error.SerializationException;
import io.rush.api.task.Condition;
import io.rush.api.task.Task;
import io.rush.api.task.TaskResult;
import io.rush.loop.process.host.IsolatedEvaluation;
import io.rush.loop.process.option.Options;
import java.time.Duration;
import java.util.Optional;

/** Evaluates the tasks of a feed one after the other, each in a child JVM. */
final class ProcessLoop implements WorkerLoop {
    private static final Duration IDLE_WAIT = Duration.ofMinutes(1);

    private final LoopContext context;
    private final Options options;

    ProcessLoop(LoopContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    /** Ends when the worker should leave or its thread is interrupted; the flag of the thread is then left set. */
    @Override
    public void run(RushWorker worker) {
        try (IsolatedEvaluation evaluation = new IsolatedEvaluation(context, options);
                TaskFeed feed = worker.feed(context.prefetch())) {
            evaluation.prepare();
            work(worker, feed, evaluation);
        }
    }

    private void work(RushWorker worker, TaskFeed feed, IsolatedEvaluation evaluation) {
        while (!Thread.currentThread().isInterrupted()) {
            Optional<Task> task = next(feed);
            if (task.isPresent()) {
                evaluate(task.get(), feed, evaluation);
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

    private void evaluate(Task task, TaskFeed feed, IsolatedEvaluation evaluation) {
        try {
            handIn(evaluation.of(task), feed);
        } catch (InterruptedException killed) {
            Thread.currentThread().interrupt();
        }
    }

    private void handIn(TaskResult result, TaskFeed feed) {
        try {
            feed.handIn(result);
        } catch (SerializationException refused) {
            feed.handIn(TaskResult.failed(
                    result.key(),
                    Condition.error("function " + context.functionName() + " returned outputs that cannot be stored: "
                            + refused.getMessage())));
        }
    }
}
