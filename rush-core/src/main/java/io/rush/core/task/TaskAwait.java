package io.rush.core.task;

import io.rush.api.task.AwaitOptions;
import io.rush.api.task.AwaitOutcome;
import io.rush.api.task.Awaited;
import io.rush.core.script.AwaitReports;
import io.rush.core.script.Deadline;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One wait for tasks to be finished or failed. For the waiting thread. */
final class TaskAwait {
    private static final Duration TIME_BETWEEN_DETECTIONS = Duration.ofSeconds(10);

    private final NetworkStore network;
    private final Runnable detectLostWorkers;
    private final AwaitOptions options;
    private final OpenTasks open;
    private final Optional<AwaitReports> reports;
    private Deadline nextDetection = Deadline.after(NetworkStore.LONGEST_BLOCK);

    /** @throws io.rush.api.error.TaskStateException if a key is unknown */
    TaskAwait(NetworkStore network, Runnable detectLostWorkers, List<String> keys, AwaitOptions options) {
        this.network = network;
        this.detectLostWorkers = detectLostWorkers;
        this.options = options;
        this.open = new OpenTasks(network, keys, options.startTimeout());
        this.reports = options.progress().map(listener -> new AwaitReports(Awaited.TASKS, listener, options.period()));
    }

    AwaitOutcome await() {
        Duration patience = reports.isPresent() ? options.period() : NetworkStore.LONGEST_BLOCK;
        AwaitOutcome outcome = new Waiter(network)
                .await(options.timeout(), patience, this::check)
                .orElse(AwaitOutcome.TIMED_OUT);
        reports.ifPresent(last -> last.reportLast(open.recount()));
        return outcome;
    }

    private Optional<AwaitOutcome> check(String waiterId) {
        if (options.detectLostWorkers() && nextDetection.isOver()) {
            detectLostWorkers.run();
            nextDetection = Deadline.after(TIME_BETWEEN_DETECTIONS);
        }
        reports.filter(any -> open.hasSome()).ifPresent(next -> next.reportIfDue(open::recount));
        return open.check(waiterId);
    }
}
