package io.rush.core.worker;

import io.rush.api.error.AwaitTimeoutException;
import io.rush.api.task.Awaited;
import io.rush.core.script.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** That none of some workers is starting or running. */
record StoppedGoal(Set<String> workerIds) implements WorkerGoal {
    @Override
    public Awaited awaited() {
        return Awaited.STOPPED_WORKERS;
    }

    @Override
    public List<String> criterion() {
        List<String> arguments = new ArrayList<>(List.of("left"));
        arguments.addAll(workerIds);
        return arguments;
    }

    @Override
    public boolean isDecided(WorkerStates states) {
        return live(states).isEmpty();
    }

    @Override
    public Tally tally(WorkerStates states) {
        int stopped = workerIds.size() - live(states).size();
        return new Tally(stopped, states.lost(workerIds), workerIds.size());
    }

    @Override
    public AwaitTimeoutException missed(WorkerStates states, Duration timeout) {
        return new AwaitTimeoutException("after " + timeout + " these workers still run: " + live(states));
    }

    private List<String> live(WorkerStates states) {
        return workerIds.stream().filter(states::isLive).toList();
    }
}
