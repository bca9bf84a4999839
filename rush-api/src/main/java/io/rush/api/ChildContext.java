package io.rush.api;

import io.rush.api.log.LogEntry;
import java.util.function.Consumer;

/**
 * A task function in a JVM that a loop started to evaluate it apart from the worker. It has no connection to Redis: tasks
 * and results are the loop's to carry, with {@link #codec()}.
 */
public interface ChildContext extends FunctionContext {
    /**
     * The context that {@link LoopContext#handover()} describes.
     *
     * @throws io.rush.api.error.SerializationException if the bytes are not what that method makes
     * @throws io.rush.api.error.ConfigurationException if rush-core is not on the path of this JVM
     */
    static ChildContext of(byte[] handover) {
        return RushProvider.find(RushProvider.defaultClassLoader()).child(handover);
    }

    /**
     * Captures what this JVM logs from now on, as far as the thresholds of the worker ask for it; nothing if they ask for
     * nothing.
     *
     * @param receiver called in the thread that logs, which it must not keep waiting; hands the entry to the worker's JVM
     *     for {@link RushWorker#log}
     * @return ends the capture
     */
    AutoCloseable captureLog(Consumer<LogEntry> receiver);
}
