package io.rush.core.worker;

import io.rush.api.error.AwaitTimeoutException;
import io.rush.api.task.Awaited;
import io.rush.core.script.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** That so many of some workers have registered; out of reach when too many are killed or lost. */
record StartedGoal(int number, Set<String> workerIds) implements WorkerGoal {
    @Override
    public Awaited awaited() {
        return Awaited.RUNNING_WORKERS;
    }

    @Override
    public List<String> criterion() {
        List<String> arguments = new ArrayList<>(List.of("started", Integer.toString(number)));
        arguments.addAll(workerIds);
        return arguments;
    }

    @Override
    public boolean isDecided(WorkerStates states) {
        return states.decideStart(number, workerIds);
    }

    @Override
    public Tally tally(WorkerStates states) {
        return new Tally(Math.min(states.started(workerIds), number), states.lost(workerIds), number);
    }

    @Override
    public AwaitTimeoutException missed(WorkerStates states, Duration timeout) {
        List<String> missing = workerIds.stream().filter(states::isStarting).toList();
        return new AwaitTimeoutException("the workers " + missing + " have not registered after " + timeout
                + "; give them more time, or look at their standard error");
    }
}
