package io.rush.examples.loop;

import io.rush.api.LoopContext;
import io.rush.api.RushWorker;
import io.rush.api.TaskFeed;
import io.rush.api.WorkerLoop;
import io.rush.api.error.SerializationException;
import io.rush.api.task.Condition;
import io.rush.api.task.Task;
import io.rush.api.task.TaskResult;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Takes a task, calls the function, hands in what came out, until the worker is asked to leave. */
final class SequentialLoop implements WorkerLoop {
    private static final Duration IDLE_WAIT = Duration.ofMinutes(1);

    private final LoopContext context;

    SequentialLoop(LoopContext context) {
        this.context = context;
    }

    @Override
    public void run(RushWorker worker) {
        context.function(); // a worker that cannot create it takes no task
        try (TaskFeed feed = worker.feed(context.prefetch())) {
            while (!Thread.currentThread().isInterrupted()) {
                Optional<Task> task = feed.next(IDLE_WAIT);
                if (task.isPresent()) {
                    handIn(evaluated(task.get()), feed);
                } else if (worker.isTerminated() || worker.isTerminatedOnIdle()) {
                    return;
                }
            }
        }
    }

    private TaskResult evaluated(Task task) {
        try {
            Map<String, ?> ys = context.function().evaluate(task.xs(), context.contextOf(task));
            return new TaskResult.Finished(task.key(), ys, Map.of("loop", "sequential"));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return TaskResult.failed(task.key(), Condition.error(interrupted));
        } catch (Exception thrown) {
            return TaskResult.failed(task.key(), Condition.error(thrown));
        }
    }

    private static void handIn(TaskResult result, TaskFeed feed) {
        try {
            feed.handIn(result);
        } catch (SerializationException outsideOfTheModel) {
            feed.handIn(TaskResult.failed(result.key(), Condition.error(outsideOfTheModel)));
        }
    }
}
