package io.rush.core.launch;

import io.rush.api.WorkerState;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Tells the registry of workers that ended by themselves. Never throws: nobody would catch it. */
final class LossReport {
    private static final Logger LOG = System.getLogger(LossReport.class.getName());

    private final WorkerRegistry registry;

    LossReport(WorkerRegistry registry) {
        this.registry = registry;
    }

    /** Declares a worker lost, unless it had left before it ended. */
    void ended(String workerId, String how) {
        String message = "The worker has crashed or was killed: " + how;
        try {
            if (registry.depart(workerId, WorkerState.LOST, message)) {
                LOG.log(Level.WARNING, "worker {0} is lost: {1}", workerId, how);
            }
        } catch (RuntimeException unreachable) {
            LOG.log(
                    Level.WARNING,
                    "worker {0} ended ({1}) and the network could not be told; detectLost settles it later: {2}",
                    workerId,
                    how,
                    unreachable.getMessage());
        }
    }
}
