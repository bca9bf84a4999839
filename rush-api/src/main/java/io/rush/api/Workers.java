package io.rush.api;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The workers of a network: starts, observes and stops them. Thread-safe. */
public interface Workers {
    /**
     * Starts local workers and, unless the specification says otherwise, waits until they are registered (manual, {@code
     * start_local_workers}).
     *
     * @return their ids
     * @throws io.rush.api.error.ConfigurationException if the function or loop cannot be created where the workers run;
     *     nothing is started
     * @throws io.rush.api.error.SerializationException if a constant or global is outside the value model
     * @throws io.rush.api.error.WorkerException if a worker ends before it is registered; with exit code and the end of
     *     its standard error; the others are killed
     * @throws io.rush.api.error.AwaitTimeoutException if they are not registered in time; they are killed
     */
    List<String> startLocal(WorkerSpec spec);

    /**
     * Blocks until at least a number of workers runs (manual, {@code wait_for_workers}).
     *
     * @throws io.rush.api.error.AwaitTimeoutException if they do not in time; the message says how many do
     */
    void await(int running, Duration timeout);

    /**
     * Blocks until these workers run.
     *
     * @throws io.rush.api.error.AwaitTimeoutException if they do not in time
     * @throws io.rush.api.error.WorkerException if one of them left, or never registered and ended
     */
    void await(Collection<String> workerIds, Duration timeout);

    /**
     * Blocks until at least a number of these workers runs.
     *
     * @param running at most as many as there are ids
     * @throws io.rush.api.error.AwaitTimeoutException if they do not in time
     * @throws io.rush.api.error.WorkerException if so many of them left, or ended before they registered, that the number
     *     cannot be reached
     */
    void await(int running, Collection<String> workerIds, Duration timeout);

    /** Stops all workers, see {@link #stop(StopMode, Collection)}. */
    void stop(StopMode mode);

    /**
     * Stops workers (manual, {@code stop_workers}). {@link StopMode#TERMINATE} asks them to leave after their current
     * task and returns at once; {@link StopMode#KILL} ends those that this handle started and fails their tasks with cause
     * killed. Ids that do not run are skipped with a warning, as are those to be killed that another process started.
     *
     * @return ids of the workers that were stopped or asked to leave
     */
    List<String> stop(StopMode mode, Collection<String> workerIds);

    /**
     * Blocks until no worker of these is starting or running.
     *
     * @throws io.rush.api.error.AwaitTimeoutException if one still is when the time is over
     */
    void awaitStopped(Collection<String> workerIds, Duration timeout);

    /**
     * Declares local workers lost whose process has ended, and fails what they ran with cause lost (manual, {@code
     * detect_lost_workers}). Workers of this handle are observed anyway; the call settles what a crashed controller left.
     *
     * @return ids of the workers that are lost since this call
     */
    List<String> detectLost();

    /** What is known of each worker, in order of registration. */
    List<WorkerInfo> infos();

    /** The state of each worker. */
    Map<String, WorkerState> states();

    /** Ids of all workers. */
    default Set<String> ids() {
        return states().keySet();
    }

    /** Ids of the workers in a state. */
    default List<String> ids(WorkerState state) {
        return states().entrySet().stream()
                .filter(worker -> worker.getValue() == state)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Number of workers in a state. */
    default int count(WorkerState state) {
        return ids(state).size();
    }
}
