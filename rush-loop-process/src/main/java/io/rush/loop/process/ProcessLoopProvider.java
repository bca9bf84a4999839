package io.rush.loop.process;

import io.rush.api.LoopContext;
import io.rush.api.LoopProvider;
import io.rush.api.WorkerLoop;
import io.rush.api.Workload;
import io.rush.api.error.ConfigurationException;
import io.rush.loop.process.option.Options;
import java.util.Map;

/**
 * Provides the loop {@code process}, which evaluates each task in a child JVM of the worker, so that nothing a task does
 * can hurt more than that task (manual, {@code worker_loop_callr}). Stateless and thread-safe.
 *
 * <p>Whatever ends or hangs the child fails its task alone, with a message that tells what happened: an exception, {@link
 * System#exit}, a lack of memory, a native crash, a signal from outside. A task that takes longer than its timeout, counted
 * from when the worker takes it in hand, fails with cause {@link io.rush.api.task.FailureCause#TIMEOUT}; its child is
 * killed. So is everything that a child started, once the child is done with. A function must be a class that children can
 * create by name. It is created once in each child, before the child's first task.
 *
 * <p>Options ({@link io.rush.api.WorkerSpec#loopOptions}):
 *
 * <ul>
 *   <li>{@code tasksPerChild} (1): how many tasks a child evaluates before the next one takes over; 0 for all, until one
 *       breaks it
 *   <li>{@code heap}: the largest heap of a child, such as {@code "512m"}; by default the JVM's choice
 *   <li>{@code jvmOptions}: a list of further options of its JVM; the last word
 *   <li>{@code environment}: a map of variables beside those of the worker, of which the address of Redis is left out
 *   <li>{@code workingDirectory}: that of the worker by default
 *   <li>{@code startTimeout} (60): seconds that a child may take until it is ready; then a task without a timeout fails, too
 *   <li>{@code killGrace} (2): seconds that a child which is done with may take for its shutdown hooks, up to 60
 *   <li>{@code spare} (true): the next child is started, and its function created, while the present one works on its last
 *       task
 *   <li>{@code classDataSharing} (true): after eight children, an archive of their classes is written, from which later ones
 *       start in two thirds of the time; wherever the JVM can, which wants jars on the path
 *   <li>{@code resultLimit}: the largest outputs in bytes, as JSON; an eighth of the worker's largest heap by default
 * </ul>
 */
public final class ProcessLoopProvider implements LoopProvider {
    @Override
    public String name() {
        return "process";
    }

    /** Refuses options that are not in the table, and functions that are instances of this JVM. */
    @Override
    public void check(Workload workload, Map<String, Object> options) {
        Options.of(options);
        if (workload instanceof Workload.LocalFunction local) {
            throw new ConfigurationException("the function "
                    + local.function().getClass().getName()
                    + " is an instance of this JVM, and the loop 'process' evaluates in others; name a public class,"
                    + " as in WorkerSpec.of(Branin.class)");
        }
    }

    @Override
    public WorkerLoop create(LoopContext context) {
        return new ProcessLoop(context, Options.of(context.options()));
    }
}
