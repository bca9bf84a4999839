package io.rush.loop.inprocess;

import io.rush.api.LoopContext;
import io.rush.api.error.SerializationException;
import io.rush.api.task.Condition;
import io.rush.api.task.Task;
import io.rush.api.task.TaskFunction;
import io.rush.api.task.TaskResult;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns tasks into results by calling the function. */
final class Evaluation {
    private final LoopContext context;

    Evaluation(LoopContext context) {
        this.context = context;
    }

    /** Creates the function, so that a worker that cannot says so before it takes a task. */
    void prepare() {
        context.function();
    }

    /** The outputs of the task, or its failure; an interruption is left in the flag of the thread. */
    TaskResult of(Task task) {
        try {
            return finished(task, context.function());
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

    private TaskResult finished(Task task, TaskFunction function) throws Exception {
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

    private static TaskResult failed(Task task, Throwable thrown) {
        return TaskResult.failed(task.key(), Condition.error(thrown));
    }
}
