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

    /** Whether it ended otherwise than on its own account or because it was asked to. */
    boolean isBroken(String workerId) {
        @Nullable WorkerState state = byId.get(workerId);
        return state == WorkerState.LOST || state == WorkerState.KILLED;
    }

    long running() {
        return byId.values().stream().filter(WorkerState.RUNNING::equals).count();
    }

    /** Those that are starting or running. */
    List<String> live() {
        return byId.keySet().stream().filter(this::isLive).toList();
    }

    /** Whether all have registered, or one of them is broken. */
    boolean haveStarted(Collection<String> workerIds) {
        return workerIds.stream().anyMatch(this::isBroken) || workerIds.stream().noneMatch(this::isStarting);
    }
}
