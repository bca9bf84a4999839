package io.rush.api;

import java.util.List;
import java.util.Map;

/** What a {@link LoopProvider} gets to make a loop from. Thread-safe. */
public interface LoopContext extends FunctionContext {
    /** The worker that the loop works for. */
    RushWorker worker();

    /** What the worker's user chose for the {@link RushWorker#feed} of the loop. */
    Prefetch prefetch();

    /** What the worker's user chose beyond that, as {@link LoopProvider#check} let it pass. */
    Map<String, Object> options();

    /**
     * Everything that another JVM needs to evaluate the function as this one does, for {@link ChildContext#of}. Holds the
     * function's name, constants, globals and log thresholds; nothing of how Redis is reached.
     *
     * @throws io.rush.api.error.ConfigurationException if the function is an instance of this JVM, which cannot leave it
     */
    byte[] handover();

    /**
     * A command that starts a JVM which sees the same classes and modules as this one.
     *
     * @param mainClass a class with a {@code main} method
     * @param jvmOptions options of the JVM beside those of paths and modules
     * @param arguments arguments of the main class; they are visible to every user of the machine
     */
    ChildJvm childJvm(Class<?> mainClass, List<String> jvmOptions, List<String> arguments);
}
