package io.rush.core.worker;

import io.rush.api.error.AwaitTimeoutException;
import io.rush.api.task.Awaited;
import io.rush.core.script.Tally;
import java.time.Duration;
import java.util.List;

/** That so many workers run, whichever they are. */
record RunningGoal(int number) implements WorkerGoal {
    @Override
    public Awaited awaited() {
        return Awaited.RUNNING_WORKERS;
    }

    @Override
    public List<String> criterion() {
        return List.of("running", Integer.toString(number));
    }

    @Override
    public boolean isDecided(WorkerStates states) {
        return states.running() >= number;
    }

    @Override
    public Tally tally(WorkerStates states) {
        return new Tally(Math.min(states.running(), number), 0, number);
    }

    @Override
    public AwaitTimeoutException missed(WorkerStates states, Duration timeout) {
        return new AwaitTimeoutException(
                states.running() + " of " + number + " workers run after " + timeout + "; look at workers().infos()");
    }
}
