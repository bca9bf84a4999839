package io.rush.core.worker;

import io.rush.api.error.AwaitTimeoutException;
import io.rush.api.task.Awaited;
import io.rush.core.script.Tally;
import java.time.Duration;
import java.util.List;

/** What a wait for workers is for. */
sealed interface WorkerGoal permits RunningGoal, StartedGoal, StoppedGoal {
    Awaited awaited();

    /** What the script that looks for it knows it as, with its arguments. */
    List<String> criterion();

    /** Whether it is reached, or out of reach. */
    boolean isDecided(WorkerStates states);

    Tally tally(WorkerStates states);

    /** What whoever waited is told when the time is over. */
    AwaitTimeoutException missed(WorkerStates states, Duration timeout);
}
