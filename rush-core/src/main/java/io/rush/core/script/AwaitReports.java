package io.rush.core.script;

import io.rush.api.task.Awaited;
import io.rush.api.task.Progress;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells a listener how far a wait has come. Counting takes a small part of the time: where it takes long, reports are rarer
 * than asked for. Not thread-safe.
 */
public final class AwaitReports {
    private static final int SHARE_OF_COUNTING = 20;
    private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private final Awaited awaited;
    private final Consumer<? super Progress> listener;
    private final Duration period;
    private final long start = System.nanoTime();
    private OptionalLong doneBefore = OptionalLong.empty();
    private Deadline next = Deadline.after(Duration.ZERO);

    public AwaitReports(Awaited awaited, Consumer<? super Progress> listener, Duration period) {
        this.awaited = awaited;
        this.listener = listener;
        this.period = period;
    }

    /** Counts and reports if a period has passed since the last report. */
    public void reportIfDue(Supplier<Tally> count) {
        if (next.isOver()) {
            long before = System.nanoTime();
            Tally tally = count.get();
            Duration rest = Duration.ofNanos(System.nanoTime() - before).multipliedBy(SHARE_OF_COUNTING);
            next = Deadline.after(rest.compareTo(period) < 0 ? period : rest);
            report(tally, false);
        }
    }

    /** Reports how the wait ended. */
    public void reportLast(Tally tally) {
        report(tally, true);
    }

    private void report(Tally tally, boolean last) {
        if (doneBefore.isEmpty()) {
            doneBefore = OptionalLong.of(tally.done());
        }
        long nanos = System.nanoTime() - start;
        // Workers that have left make what is done shrink.
        long came = Math.max(0, tally.done() - doneBefore.getAsLong());
        double rate = came * NANOS_PER_SECOND / Math.max(1, nanos);
        Duration elapsed = Duration.ofNanos(nanos);
        listener.accept(new Progress(awaited, tally.done(), tally.failed(), tally.total(), elapsed, rate, last));
    }
}
