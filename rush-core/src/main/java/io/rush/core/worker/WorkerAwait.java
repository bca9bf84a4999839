package io.rush.core.worker;

import io.rush.api.WorkerAwaitOptions;
import io.rush.core.script.AwaitReports;
import io.rush.core.script.NetworkStore;
import java.time.Duration;
import java.util.Optional;

/** One wait for workers. For the waiting thread. */
final class WorkerAwait {
    private final WorkerBook book;
    private final WorkerGoal goal;
    private final WorkerAwaitOptions options;
    private final Optional<AwaitReports> reports;

    WorkerAwait(WorkerBook book, WorkerGoal goal, WorkerAwaitOptions options) {
        this.book = book;
        this.goal = goal;
        this.options = options;
        this.reports = options.progress().map(listener -> new AwaitReports(goal.awaited(), listener, options.period()));
    }

    /**
     * Returns the states in which the goal was reached, or out of reach.
     *
     * @throws io.rush.api.error.AwaitTimeoutException if it is neither when the time is over
     */
    WorkerStates await() {
        Duration patience = reports.isPresent() ? options.period() : NetworkStore.LONGEST_BLOCK;
        Optional<WorkerStates> decided = book.await(options.timeout(), patience, goal.criterion(), this::look);
        WorkerStates last = decided.orElseGet(book::states);
        reports.ifPresent(ending -> ending.reportLast(goal.tally(last)));
        if (!goal.isDecided(last)) {
            throw goal.missed(last, options.timeout());
        }
        return last;
    }

    private Optional<WorkerStates> look(WorkerStates states) {
        if (goal.isDecided(states)) {
            return Optional.of(states);
        }
        reports.ifPresent(next -> next.reportIfDue(() -> goal.tally(states)));
        return Optional.empty();
    }
}
