package io.rush.loop.process.host;

import io.rush.api.LoopContext;
import io.rush.api.error.RushException;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.Task;
import io.rush.api.task.TaskResult;
import io.rush.loop.process.option.Options;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Turns tasks into results by way of children. Used by one thread. */
public final class IsolatedEvaluation implements AutoCloseable {
    private static final double MILLIS = 1_000;

    private final Children children;
    private final Duration startTimeout;
    private final Watch watch = new Watch();

    /** @throws io.rush.api.error.ConfigurationException if the function cannot leave this JVM */
    public IsolatedEvaluation(LoopContext context, Options options) {
        this.children = new Children(context, options);
        this.startTimeout = options.startTimeout();
    }

    /** Has a child ready for the first task. */
    public void prepare() {
        children.prepare();
    }

    /**
     * The outputs of the task, or its failure, whatever happens to the child.
     *
     * @throws InterruptedException if this thread was interrupted; the task is then nobody's
     */
    public TaskResult of(Task task) throws InterruptedException {
        long begun = System.nanoTime();
        Child child;
        try {
            child = children.take();
        } catch (IOException refused) {
            return failed(task, "no child JVM can be started: " + refused.getMessage());
        }
        TaskResult result = evaluate(task, child, begun);
        children.giveBack();
        return result;
    }

    private TaskResult evaluate(Task task, Child child, long begun) throws InterruptedException {
        try {
            return inTime(task, child, begun);
        } catch (RushException refused) {
            return failed(task, "the task cannot travel to its child JVM and back: " + refused.getMessage());
        } catch (OutOfMemoryError tooLarge) {
            return failed(
                    task,
                    "the worker has no memory for what its child JVM sent (" + tooLarge.getMessage()
                            + "); return less, or give the worker a larger heap");
        }
    }

    private TaskResult inTime(Task task, Child child, long begun) throws InterruptedException {
        if (task.timeout().isEmpty()) {
            return evaluate(task, child);
        }
        Duration timeout = task.timeout().get();
        return limited(
                child,
                timeout.minusNanos(System.nanoTime() - begun),
                FailureCause.TIMEOUT,
                "the task took longer than its timeout of " + seconds(timeout),
                () -> evaluate(task, child));
    }

    private <T> T limited(Child child, Duration time, FailureCause cause, String reason, Step<T> step)
            throws InterruptedException {
        Limit limit = watch.limit(time, () -> child.expire(cause, reason));
        try {
            return step.run();
        } finally {
            if (!limit.lift()) {
                child.abandon();
            }
        }
    }

    private TaskResult evaluate(Task task, Child child) throws InterruptedException {
        Optional<Condition> unfit = awaitReady(child);
        if (unfit.isPresent()) {
            return TaskResult.failed(task.key(), unfit.get());
        }
        child.begin(task);
        children.prepareNext();
        return child.awaitResult(task);
    }

    private Optional<Condition> awaitReady(Child child) throws InterruptedException {
        if (child.hasStarted()) {
            return child.awaitReady();
        }
        return limited(
                child,
                startTimeout.minus(child.age()),
                FailureCause.ERROR,
                "a child JVM took longer to start than the loop option startTimeout allows, " + seconds(startTimeout),
                child::awaitReady);
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + time.toMillisPart() / MILLIS + " seconds";
    }

    private static TaskResult failed(Task task, String why) {
        return TaskResult.failed(task.key(), Condition.error(why));
    }

    @Override
    public void close() {
        children.close();
        watch.close();
    }

    @FunctionalInterface
    private interface Step<T> {
        T run() throws InterruptedException;
    }
}
