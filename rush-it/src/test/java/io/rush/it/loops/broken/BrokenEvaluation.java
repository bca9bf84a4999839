package io.rush.it.loops.broken;

import io.rush.api.LoopContext;
import io.rush.api.task.Condition;
import io.rush.api.task.Seed;
import io.rush.api.task.Task;
import io.rush.api.task.TaskContext;
import io.rush.api.task.TaskResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Evaluates one task with one fault. */
final class BrokenEvaluation {
    private final LoopContext context;
    private final Fault fault;

    BrokenEvaluation(LoopContext context, Fault fault) {
        this.context = context;
        this.fault = fault;
    }

    TaskResult of(Task task) throws Exception {
        try {
            return finished(task, outputs(task));
        } catch (VirtualMachineError broken) {
            if (broken instanceof StackOverflowError && fault != Fault.DIES_AT_AN_ERROR) {
                return failed(task.key(), broken);
            }
            throw broken;
        } catch (Exception thrown) {
            return failed(task.key(), thrown);
        } catch (Error thrown) {
            if (fault == Fault.DIES_AT_AN_ERROR) {
                throw thrown;
            }
            return failed(task.key(), thrown);
        }
    }

    private Map<String, ?> outputs(Task task) throws Exception {
        Callable<Map<String, ?>> evaluation = () -> context.function().evaluate(task.xs(), contextOf(task));
        return switch (fault) {
            case DROPS_LOGS -> elsewhere(evaluation, false);
            case EVALUATES_ON_AFTER_A_KILL -> elsewhere(evaluation, true);
            default -> evaluation.call();
        };
    }

    /** In a thread that knows its worker or does not, and that no interrupt reaches unless it does not. */
    private static Map<String, ?> elsewhere(Callable<Map<String, ?>> evaluation, boolean knowsItsWorker)
            throws Exception {
        FutureTask<Map<String, ?>> future = new FutureTask<>(evaluation);
        Thread thread = new Thread(null, future, "elsewhere", 0, knowsItsWorker);
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException killed) {
            if (!knowsItsWorker) {
                thread.interrupt();
            }
            throw killed;
        }
        return unwrapped(future);
    }

    private static Map<String, ?> unwrapped(FutureTask<Map<String, ?>> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) failure.getCause();
        }
    }

    private TaskContext contextOf(Task task) {
        return switch (fault) {
            case IGNORES_THE_SEED -> context.contextOf(without(task, Optional.empty(), task.timeout()));
            case FORGETS_THE_TIMEOUT -> context.contextOf(without(task, task.seed(), Optional.empty()));
            case TAKES_CONSTANTS_FOR_GLOBALS ->
                Changed.context(context.contextOf(task), Map.of("globals", context.contextOf(task)::constants));
            case MAKES_A_GENERATOR_FOR_EACH_CALL ->
                Changed.context(
                        context.contextOf(task),
                        Map.of("random", () -> context.contextOf(task).random()));
            default -> context.contextOf(task);
        };
    }

    private static Task without(Task task, Optional<Seed> seed, Optional<Duration> timeout) {
        return new Task(task.key(), task.xs(), task.xsExtra(), seed, timeout, task.maxRetries(), task.retries());
    }

    private TaskResult finished(Task task, Map<String, ?> ys) {
        if (ys == null) {
            return fault == Fault.TAKES_NULL_FOR_NO_OUTPUTS
                    ? TaskResult.finished(task.key(), Map.of())
                    : TaskResult.failed(task.key(), Condition.error(context.functionName() + " returned null"));
        }
        Map<String, Object> outputs = new LinkedHashMap<>(ys);
        if (fault == Fault.DROPS_NULLS) {
            outputs.values().removeIf(value -> value == null);
        }
        return TaskResult.finished(task.key(), outputs);
    }

    TaskResult failed(String key, Throwable thrown) {
        Condition condition = Condition.error(thrown);
        return switch (fault) {
            case SWALLOWS_EXCEPTIONS -> TaskResult.finished(key, Map.of());
            case TELLS_NO_CAUSES ->
                TaskResult.failed(
                        key,
                        new Condition(
                                condition.cause(),
                                condition.message(),
                                condition.errorClass(),
                                Optional.of("at here")));
            default -> TaskResult.failed(key, condition);
        };
    }
}
