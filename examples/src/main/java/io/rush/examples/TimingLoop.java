package io.rush.examples;

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

/** Evaluates one task after the other in the worker's thread, and stores the seconds that each took. */
final class TimingLoop implements WorkerLoop {
    private static final Duration IDLE_WAIT = Duration.ofMinutes(1);

    private final LoopContext context;
    private final String extra;

    /** @param extra where it stores the seconds */
    TimingLoop(LoopContext context, String extra) {
        this.context = context;
        this.extra = extra;
    }

    @Override
    public void run(RushWorker worker) {
        context.function();
        try (TaskFeed feed = worker.feed(context.prefetch())) {
            while (!Thread.currentThread().isInterrupted()) {
                Optional<Task> task = feed.next(IDLE_WAIT);
                if (task.isPresent()) {
                    handIn(evaluate(task.get()), feed);
                } else if (worker.isTerminated() || worker.isTerminatedOnIdle()) {
                    return;
                }
            }
        }
    }

    private TaskResult evaluate(Task task) {
        long begun = System.nanoTime();
        try {
            @Nullable Map<String, ?> ys = context.function().evaluate(task.xs(), context.contextOf(task));
            if (ys == null) {
                return failed(task.key(), new NullPointerException(context.functionName() + " returned null"));
            }
            return new TaskResult.Finished(task.key(), ys, Map.of(extra, (System.nanoTime() - begun) / 1e9));
        } catch (StackOverflowError overflow) {
            return failed(task.key(), overflow);
        } catch (VirtualMachineError broken) {
            throw broken;
        } catch (InterruptedException killed) {
            Thread.currentThread().interrupt();
            return failed(task.key(), killed);
        } catch (Throwable thrown) {
            return failed(task.key(), thrown);
        }
    }

    private void handIn(TaskResult result, TaskFeed feed) {
        try {
            feed.handIn(result);
        } catch (SerializationException unstorable) {
            feed.handIn(failed(result.key(), unstorable));
        }
    }

    private static TaskResult failed(String key, Throwable thrown) {
        return TaskResult.failed(key, Condition.error(thrown));
    }
}
