package io.rush.it.loops.broken;

import io.rush.api.LoopContext;
import io.rush.api.RushWorker;
import io.rush.api.TaskFeed;
import io.rush.api.WorkerLoop;
import io.rush.api.error.SerializationException;
import io.rush.api.task.Task;
import io.rush.api.task.TaskResult;
import java.time.Duration;
import java.util.Optional;

/** A loop that evaluates in the worker's thread, as it should but for one fault. */
final class BrokenLoop implements WorkerLoop {
    private static final Duration IDLE_WAIT = Duration.ofSeconds(1);
    private static final int UNLUCKY = 50;

    private final LoopContext context;
    private final Fault fault;
    private final BrokenEvaluation evaluation;
    private int tasks;

    BrokenLoop(LoopContext context, Fault fault) {
        this.context = context;
        this.fault = fault;
        this.evaluation = new BrokenEvaluation(context, fault);
    }

    @Override
    public void run(RushWorker worker) throws Exception {
        context.function();
        try (TaskFeed feed = worker.feed(context.prefetch())) {
            while (!Thread.currentThread().isInterrupted()) {
                Optional<Task> task = feed.next(IDLE_WAIT);
                if (task.isPresent()) {
                    work(task.get(), feed);
                } else if (shouldLeave(worker)) {
                    return;
                }
            }
        }
    }

    private boolean shouldLeave(RushWorker worker) {
        return switch (fault) {
            case NEVER_LEAVES -> false;
            case STAYS_ON_IDLE -> worker.isTerminated();
            default -> worker.isTerminated() || worker.isTerminatedOnIdle();
        };
    }

    private void work(Task task, TaskFeed feed) throws Exception {
        boolean unlucky = ++tasks == UNLUCKY;
        if (unlucky && fault == Fault.LOSES_A_TASK) {
            return;
        }
        if (unlucky && fault == Fault.EVALUATES_A_TASK_TWICE) {
            evaluation.of(task);
        }
        TaskResult result = evaluation.of(task);
        if (fault != Fault.DROPS_WHAT_IT_EVALUATES_WHEN_ASKED_TO_LEAVE
                || !context.worker().isTerminated()) {
            handIn(result, feed);
        }
    }

    private void handIn(TaskResult result, TaskFeed feed) {
        try {
            feed.handIn(result);
        } catch (SerializationException unstorable) {
            if (fault == Fault.DIES_AT_WHAT_CANNOT_BE_STORED) {
                throw unstorable;
            }
            feed.handIn(evaluation.failed(result.key(), unstorable));
        }
    }
}
