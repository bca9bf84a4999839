package io.rush.core.launch;

import io.rush.api.RushWorker;
import io.rush.core.workload.StartArguments;

/** Makes a worker's own handle for a thread of this JVM. Thread-safe. */
@FunctionalInterface
public interface WorkerConnector {
    /** Registers an announced worker, from {@code PRE} to {@code RUNNING}, and opens its handle. */
    RushWorker connect(String workerId, StartArguments arguments);
}
