package io.rush.core.task;

import io.rush.api.task.Progress;
import io.rush.core.script.Deadline;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Tells a listener how far a wait has come. Counting the open tasks takes a small part of the time, however many there are:
 * where it takes long, reports are rarer than asked for. Not thread-safe.
 */
final class AwaitReports {
    private static final int SHARE_OF_COUNTING = 20;
    private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private final OpenTasks open;
    private final Consumer<? super Progress> listener;
    private final Duration period;
    private final long doneBefore;
    private final long start = System.nanoTime();
    private Deadline next = Deadline.after(Duration.ZERO);

    AwaitReports(OpenTasks open, Consumer<? super Progress> listener, Duration period) {
        this.open = open;
        this.listener = listener;
        this.period = period;
        this.doneBefore = open.done();
    }

    /** Reports if a period has passed since the last report, and something is open. */
    void reportIfDue() {
        if (next.isOver() && open.done() < open.total()) {
            long before = System.nanoTime();
            open.recount();
            Duration rest = Duration.ofNanos(System.nanoTime() - before).multipliedBy(SHARE_OF_COUNTING);
            next = Deadline.after(rest.compareTo(period) < 0 ? period : rest);
            report(false);
        }
    }

    /** Reports how the wait ended. */
    void reportLast() {
        open.recount();
        report(true);
    }

    private void report(boolean last) {
        long nanos = System.nanoTime() - start;
        double rate = (open.done() - doneBefore) * NANOS_PER_SECOND / Math.max(1, nanos);
        listener.accept(new Progress(open.done(), open.failed(), open.total(), Duration.ofNanos(nanos), rate, last));
    }
}
