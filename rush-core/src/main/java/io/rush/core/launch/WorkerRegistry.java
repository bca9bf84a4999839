package io.rush.core.launch;

import io.rush.api.WorkerState;
import java.util.List;

/** The network's book of workers. Thread-safe. */
public interface WorkerRegistry {
    /**
     * Start arguments in the form in which they are announced: as they are, or a reference to a file if they are too large.
     *
     * @throws io.rush.api.error.SerializationException if they are too large and there is no large-object directory
     */
    byte[] outsource(byte[] startArguments);

    /** Enters workers that are about to start, in state {@link WorkerState#PRE}. */
    void announce(List<String> workerIds, Announcement announcement);

    /** Asks a worker to leave after its current task. */
    void askToLeave(String workerId);

    /**
     * Takes a worker off the network and fails the tasks that belong to it with the message.
     *
     * @param state {@link WorkerState#TERMINATED}, {@link WorkerState#KILLED} or {@link WorkerState#LOST}
     * @return false if it had left already; nothing is written then
     */
    boolean depart(String workerId, WorkerState state, String message);
}
