package io.rush.loop.inprocess;

import io.rush.api.RushWorker;
import io.rush.api.WorkerLoop;
import io.rush.api.error.RushException;
import io.rush.api.error.SerializationException;
import io.rush.api.task.Task;
import io.rush.api.task.TaskResult;
import java.time.Duration;
import java.util.List;

/** Takes a task, evaluates it, and hands its result in along with the request for the next one. */
final class InProcessLoop implements WorkerLoop {
    private static final Duration IDLE_WAIT = Duration.ofMinutes(1);

    private final Evaluation evaluation;

    InProcessLoop(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** Ends when the worker should leave or its thread is interrupted; the flag of the thread is then left set. */
    @Override
    public void run(RushWorker worker) {
        evaluation.prepare();
        List<Task> tasks = List.of();
        while (!Thread.currentThread().isInterrupted()) {
            List<TaskResult> results = tasks.stream().map(evaluation::of).toList();
            if (Thread.interrupted()) {
                handInLast(worker, results);
                return;
            }
            tasks = next(worker, results);
            if (tasks.isEmpty() && shouldLeave(worker)) {
                return;
            }
        }
    }

    private List<Task> next(RushWorker worker, List<TaskResult> results) {
        try {
            return exchange(worker, results, 1, IDLE_WAIT);
        } catch (RushException interruption) {
            if (Thread.currentThread().isInterrupted()) {
                return List.of();
            }
            throw interruption;
        }
    }

    private static boolean shouldLeave(RushWorker worker) {
        return !Thread.currentThread().isInterrupted() && (worker.isTerminated() || worker.isTerminatedOnIdle());
    }

    private void handInLast(RushWorker worker, List<TaskResult> results) {
        try {
            exchange(worker, results, 0, Duration.ZERO);
        } finally {
            Thread.currentThread().interrupt();
        }
    }

    private List<Task> exchange(RushWorker worker, List<TaskResult> results, int wanted, Duration timeout) {
        try {
            return worker.exchange(results, wanted, timeout).tasks();
        } catch (SerializationException refused) {
            if (results.isEmpty()) {
                throw refused;
            }
            List<TaskResult> failures = results.stream()
                    .map(result -> evaluation.unstorable(result, refused))
                    .toList();
            return worker.exchange(failures, wanted, timeout).tasks();
        }
    }
}
