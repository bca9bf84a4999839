package io.rush.core.launch;

import io.rush.api.WorkerKind;
import io.rush.api.WorkerState;

/** The network's book of workers. Thread-safe. */
public interface WorkerRegistry {
    /** Enters a worker that is about to start, in state {@link WorkerState#PRE}. */
    void announce(String workerId, WorkerKind kind, byte[] startArguments);

    /**
     * Takes a worker off the network and fails the tasks that belong to it with the message.
     *
     * @param state {@link WorkerState#TERMINATED}, {@link WorkerState#KILLED} or {@link WorkerState#LOST}
     * @return false if it had left already; nothing is written then
     */
    boolean depart(String workerId, WorkerState state, String message);
}
