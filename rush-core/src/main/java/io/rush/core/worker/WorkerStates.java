package io.rush.core.worker;

import io.rush.api.WorkerInfo;
import io.rush.api.WorkerState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The states of a network's workers at one moment. */
record WorkerStates(Map<String, WorkerState> byId) {
    boolean knows(String workerId) {
        return byId.containsKey(workerId);
    }

    static boolean isLive(WorkerInfo info) {
        return info.state() == WorkerState.PRE || info.state() == WorkerState.RUNNING;
    }

    /** Whether it is starting or running. */
    boolean isLive(String workerId) {
        @Nullable WorkerState state = byId.get(workerId);
        return state == WorkerState.PRE || state == WorkerState.RUNNING;
    }

    boolean isStarting(String workerId) {
        return byId.get(workerId) == WorkerState.PRE;
    }

    /** Whether it ended otherwise than on its own account or because it was asked to, or was deleted by a reset. */
    boolean isBroken(String workerId) {
        @Nullable WorkerState state = byId.get(workerId);
        return state == null || state == WorkerState.LOST || state == WorkerState.KILLED;
    }

    /** How many of these are lost. */
    long lost(Collection<String> workerIds) {
        return workerIds.stream().filter(id -> byId.get(id) == WorkerState.LOST).count();
    }

    long running() {
        return byId.values().stream().filter(WorkerState.RUNNING::equals).count();
    }

    /** Those that are starting or running. */
    List<String> live() {
        return byId.keySet().stream().filter(this::isLive).toList();
    }

    /** How many of these have registered, and did not break since. */
    long started(Collection<String> workerIds) {
        return workerIds.stream().filter(id -> !isBroken(id) && !isStarting(id)).count();
    }

    /** Whether so many have registered, and did not break since. */
    boolean haveStarted(int number, Collection<String> workerIds) {
        return started(workerIds) >= number;
    }

    /** Whether so many have registered, or never will. */
    boolean decideStart(int number, Collection<String> workerIds) {
        return haveStarted(number, workerIds)
                || workerIds.stream().filter(id -> !isBroken(id)).count() < number;
    }
}
