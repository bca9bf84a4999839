package io.rush.loop.inprocess;

import io.rush.api.LoopContext;
import io.rush.api.error.SerializationException;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.Task;
import io.rush.api.task.TaskFunction;
import io.rush.api.task.TaskResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns tasks into results by calling the function. */
final class Evaluation {
    private static final int MILLIS_SCALE = 3;

    private final LoopContext context;
    private final TaskFunction function;

    /** Creates the function, so that a worker that cannot says so before it takes a task. */
    Evaluation(LoopContext context) {
        this.context = context;
        this.function = context.function();
    }

    /** The outputs of the task, or its failure; an interruption is left in the flag of the thread. */
    TaskResult of(Task task) {
        try {
            return finished(task);
        } catch (StackOverflowError overflow) {
            return failed(task, overflow);
        } catch (VirtualMachineError broken) {
            throw broken;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return failed(task, interrupted);
        } catch (Throwable thrown) {
            return failed(task, thrown);
        }
    }

    private TaskResult finished(Task task) throws Exception {
        @Nullable Map<String, ?> ys = function.evaluate(task.xs(), context.contextOf(task));
        if (ys == null) {
            return TaskResult.failed(
                    task.key(),
                    Condition.error("function " + context.functionName() + " returned null for task " + task.key()
                            + "; return a map, an empty one where there are no outputs"));
        }
        return TaskResult.finished(task.key(), ys);
    }

    /** The failure of a task whose outputs cannot be stored. */
    TaskResult unstorable(TaskResult result, SerializationException refused) {
        Condition condition = Condition.error(refused);
        String message = "function " + context.functionName() + " returned outputs that cannot be stored: "
                + refused.getMessage();
        return TaskResult.failed(
                result.key(),
                new Condition(condition.cause(), message, condition.errorClass(), condition.stackTrace()));
    }

    /** The failure of a task that took too long and was interrupted. */
    static TaskResult timedOut(Task task) {
        return TaskResult.failed(
                task.key(), Condition.of(FailureCause.TIMEOUT, overtime(task) + " and was interrupted"));
    }

    /** The failure of a task that took too long and did not end when it was interrupted. */
    TaskResult abandoned(Task task, String thread, Duration grace) {
        String message =
                overtime(task) + ", and function " + context.functionName() + " did not obey the interrupt for "
                        + seconds(grace) + ": its thread " + thread
                        + " is abandoned and lives on in the worker until the function returns";
        return TaskResult.failed(task.key(), Condition.of(FailureCause.TIMEOUT, message));
    }

    private static String overtime(Task task) {
        return "task " + task.key() + " took longer than its timeout of "
                + seconds(task.timeout().orElseThrow());
    }

    private static String seconds(Duration time) {
        BigDecimal seconds = BigDecimal.valueOf(time.toMillis(), MILLIS_SCALE).stripTrailingZeros();
        return seconds.toPlainString() + " s";
    }

    private static TaskResult failed(Task task, Throwable thrown) {
        return TaskResult.failed(task.key(), Condition.error(thrown));
    }
}
