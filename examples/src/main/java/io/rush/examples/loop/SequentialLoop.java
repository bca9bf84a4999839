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
import org.jspecify.annotations.Nullable;

/** Takes a task, calls the function, hands in what came out, until the worker is asked to leave. */
final class SequentialLoop implements WorkerLoop {
    private static final Duration IDLE_WAIT = Duration.ofMinutes(1);

    private final LoopContext context;
    private final String label;

    SequentialLoop(LoopContext context, String label) {
        this.context = context;
        this.label = label;
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
        long begun = System.nanoTime();
        try {
            @Nullable Map<String, ?> ys = context.function().evaluate(task.xs(), context.contextOf(task));
            double seconds = (System.nanoTime() - begun) / 1e9;
            return ys == null
                    ? failed(task.key(), new NullPointerException(context.functionName() + " returned null"))
                    : new TaskResult.Finished(task.key(), ys, Map.of("loop", label, "seconds", seconds));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return failed(task.key(), interrupted);
        } catch (Throwable thrown) {
            if (thrown instanceof VirtualMachineError broken && !(thrown instanceof StackOverflowError)) {
                throw broken; // loses the worker, as nothing can be relied on any more
            }
            return failed(task.key(), thrown);
        }
    }

    private static void handIn(TaskResult result, TaskFeed feed) {
        try {
            feed.handIn(result);
        } catch (SerializationException outsideOfTheModel) {
            feed.handIn(failed(result.key(), outsideOfTheModel));
        }
    }

    private static TaskResult failed(String key, Throwable thrown) {
        return TaskResult.failed(key, Condition.error(thrown));
    }
}
