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

    /** Waits for a number of workers for some time, see {@link #await(int, WorkerAwaitOptions)}. */
    default void await(int running, Duration timeout) {
        await(running, WorkerAwaitOptions.defaults().timeout(timeout));
    }

    /**
     * Blocks until at least a number of workers runs (manual, {@code wait_for_workers}).
     *
     * @throws io.rush.api.error.AwaitTimeoutException if they do not in time; the message says how many do
     * @throws io.rush.api.error.RushException if the thread is interrupted; its interrupt flag is set again
     */
    void await(int running, WorkerAwaitOptions options);

    /** Waits for all of these workers for some time, see {@link #await(int, Collection, WorkerAwaitOptions)}. */
    default void await(Collection<String> workerIds, Duration timeout) {
        await(workerIds, WorkerAwaitOptions.defaults().timeout(timeout));
    }

    /** Waits for all of these workers, see {@link #await(int, Collection, WorkerAwaitOptions)}. */
    default void await(Collection<String> workerIds, WorkerAwaitOptions options) {
        await(Set.copyOf(workerIds).size(), workerIds, options);
    }

    /** Waits for some of these workers for some time, see {@link #await(int, Collection, WorkerAwaitOptions)}. */
    default void await(int running, Collection<String> workerIds, Duration timeout) {
        await(running, workerIds, WorkerAwaitOptions.defaults().timeout(timeout));
    }

    /**
     * Blocks until at least a number of these workers runs, or has run and left in good order. To wait with reports for
     * workers that are being started, start them with {@link WorkerSpec#awaitStart} off.
     *
     * @param running at most as many as there are ids
     * @throws io.rush.api.error.ConfigurationException if the network does not know one of them
     * @throws io.rush.api.error.AwaitTimeoutException if they do not in time
     * @throws io.rush.api.error.WorkerException if so many of them are killed or lost, or ended before they registered,
     *     that the number cannot be reached
     * @throws io.rush.api.error.RushException if the thread is interrupted; its interrupt flag is set again
     */
    void await(int running, Collection<String> workerIds, WorkerAwaitOptions options);

    /** Stops all workers, see {@link #stop(StopMode, Collection)}. */
    void stop(StopMode mode);

    /**
     * Stops workers (manual, {@code stop_workers}). {@link StopMode#TERMINATE} asks them to leave after their current
     * task and returns at once; {@link StopMode#KILL} takes them off the network, fails their tasks with cause killed and
     * ends them: those that this handle started at once, others when their heartbeat next tells them. Ids that do not run
     * are skipped with a warning, as are those to be killed that another process started and that have no heartbeat.
     *
     * @return ids of the workers that were stopped or asked to leave
     */
    List<String> stop(StopMode mode, Collection<String> workerIds);

    /** Waits for some time, see {@link #awaitStopped(Collection, WorkerAwaitOptions)}. */
    default void awaitStopped(Collection<String> workerIds, Duration timeout) {
        awaitStopped(workerIds, WorkerAwaitOptions.defaults().timeout(timeout));
    }

    /**
     * Blocks until no worker of these is starting or running.
     *
     * @throws io.rush.api.error.AwaitTimeoutException if one still is when the time is over
     * @throws io.rush.api.error.RushException if the thread is interrupted; its interrupt flag is set again
     */
    void awaitStopped(Collection<String> workerIds, WorkerAwaitOptions options);

    /**
     * Starts local workers of this handle anew under their ids, with what they were started with; those that run are
     * killed first. Waits for them as {@link #startLocal} does.
     *
     * @return their ids
     * @throws io.rush.api.error.ConfigurationException if one is remote or was not started by this handle; nothing is
     *     restarted then
     */
    List<String> restart(Collection<String> workerIds);

    /** The same, and from now on supervised or not; see {@link WorkerSpec#supervised}. */
    List<String> restart(Collection<String> workerIds, boolean supervised);

    /**
     * Declares workers lost that have died without leaving, and fails what they ran with cause lost (manual, {@code
     * detect_lost_workers}): those with a heartbeat that has stopped, and those of this machine whose process has ended.
     * Done in the background unless that is off, see {@link RushConfig.Builder#lostDetection}.
     *
     * @return ids of the workers that are lost since this call
     */
    List<String> detectLost();

    /**
     * The same; then, if asked to, starts the local workers of this handle anew that are lost, as {@link
     * #restart(Collection)} does (manual, {@code restart_local_workers}).
     */
    List<String> detectLost(boolean restartLocal);

    /** A command that starts one remote worker; see {@link #workerScript(WorkerScript)}. */
    default String workerScript() {
        return workerScript(WorkerScript.shell());
    }

    /**
     * A script that starts remote workers wherever the same artifacts are (manual, {@code create_worker_script}). They
     * wait as {@link WorkerState#PRE} until {@link #startRemote} says what to run. The script holds no secret: it takes
     * the URL of Redis from the environment variable {@code RUSH_REDIS_URL}.
     */
    String workerScript(WorkerScript form);

    /**
     * Hands start arguments to all remote workers that wait for them, and to those that come later (manual, {@code
     * start_remote_workers}). Unless the specification says otherwise, waits until the former are registered; see {@link
     * #await(int, Duration)} for the latter.
     *
     * @param spec what they run; number, kind, JVM options and environment are the script's to say
     * @return ids of the workers that waited
     * @throws io.rush.api.error.ConfigurationException if the function or loop is one of this JVM, or JVM options or an
     *     environment are given; nothing is handed out
     * @throws io.rush.api.error.SerializationException if a constant or global is outside the value model
     * @throws io.rush.api.error.WorkerException if one of the workers that waited cannot run it; with its words
     * @throws io.rush.api.error.AwaitTimeoutException if they are not registered in time; they are left as they are
     */
    List<String> startRemote(WorkerSpec spec);

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

    /** Whether there are workers and all of them have left as terminated (manual, {@code all_workers_terminated}). */
    default boolean allTerminated() {
        return isAll(WorkerState.TERMINATED);
    }

    /**
     * Whether there are workers and all of them are lost; looks for lost ones first (manual, {@code all_workers_lost}).
     */
    default boolean allLost() {
        detectLost();
        return isAll(WorkerState.LOST);
    }

    private boolean isAll(WorkerState state) {
        Map<String, WorkerState> states = states();
        return !states.isEmpty() && states.values().stream().allMatch(state::equals);
    }

    /** Number of workers in a state. */
    default int count(WorkerState state) {
        return ids(state).size();
    }
}
