package io.rush.core.launch;

import io.rush.api.RushWorker;
import io.rush.core.workload.StartArguments;
import java.util.function.Consumer;

/** Makes a worker's own handle for a thread of this JVM. Thread-safe. */
@FunctionalInterface
public interface WorkerConnector {
    /**
     * Registers an announced worker, from {@code PRE} to {@code RUNNING}, and opens its handle.
     *
     * @param whenGone told in words when the worker's heartbeat learns that it was taken off the network
     */
    RushWorker connect(String workerId, StartArguments arguments, Consumer<String> whenGone);
}
