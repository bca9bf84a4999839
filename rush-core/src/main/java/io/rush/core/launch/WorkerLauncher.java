package io.rush.core.launch;

import io.rush.api.WorkerSpec;
import io.rush.core.workload.StartArguments;

/** Launches workers of one kind. Thread-safe. */
interface WorkerLauncher {
    /**
     * Checks all that can be checked before a worker is announced.
     *
     * @throws io.rush.api.error.ConfigurationException if workers of this kind cannot run that; with the mend
     */
    void validate(WorkerSpec spec);

    /**
     * Launches an announced worker.
     *
     * @param arguments what the worker was announced with, as it reads it
     * @throws io.rush.api.error.WorkerException if it cannot be launched
     */
    LocalWorker launch(String workerId, WorkerSpec spec, StartArguments arguments, LossReport losses);
}
