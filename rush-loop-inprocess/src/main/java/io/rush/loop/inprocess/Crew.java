package io.rush.loop.inprocess;

import io.rush.api.Rush;
import io.rush.api.RushWorker;
import io.rush.api.StopMode;
import io.rush.api.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What the lanes of one worker share, and tell the watchdog: the thread that made this. Thread-safe. */
final class Crew {
    /** A lane is woken when there is a task, or when the worker is to leave. */
    static final Duration IDLE_WAIT = Rush.FOREVER;

    private final RushWorker worker;
    private final Evaluation evaluation;
    private final LaneOptions options;
    private final Thread watchdog = Thread.currentThread();
    private final AtomicInteger lanes;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final long origin = System.nanoTime();
    private volatile boolean ending;
    private volatile long wakeUp = Watch.NEVER;
    private volatile boolean news;

    Crew(RushWorker worker, Evaluation evaluation, LaneOptions options) {
        this.worker = worker;
        this.evaluation = evaluation;
        this.options = options;
        this.lanes = new AtomicInteger(options.concurrency());
    }

    Evaluation evaluation() {
        return evaluation;
    }

    LaneOptions options() {
        return options;
    }

    /** Nanoseconds since the crew was made. */
    long now() {
        return System.nanoTime() - origin;
    }

    /** When the task has taken too long. */
    long due(Task task) {
        Optional<Duration> timeout = task.timeout();
        return timeout.isEmpty() ? Watch.NEVER : after(timeout.get());
    }

    /** The time that is so far from now. */
    long after(Duration time) {
        long due = now() + TimeUnit.NANOSECONDS.convert(time);
        return due < 0 ? Watch.NEVER : due;
    }

    /** Has the watchdog look at that time; costs nothing if it looks earlier. */
    void expect(long due) {
        if (due < wakeUp) {
            wake();
        }
    }

    /** Whether lanes begin no further tasks. */
    boolean isEnding() {
        return ending;
    }

    /** Whether a lane that found no task is to leave. */
    boolean shouldLeave() {
        return ending || worker.isTerminated() || worker.isTerminatedOnIdle();
    }

    /** A function interrupted its thread, which means the worker: it leaves after what its lanes evaluate. */
    void leave() {
        if (!ending) {
            ending = true;
            if (options.concurrency() > 1) {
                worker.workers().stop(StopMode.TERMINATE, List.of(worker.workerId()));
            }
        }
    }

    /** Something broke that ends the worker. */
    void broke(Throwable thrown) {
        failure.compareAndSet(null, thrown);
        ending = true;
        wake();
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** A lane has given back its feed. */
    void left() {
        lanes.decrementAndGet();
        wake();
    }

    boolean isAtWork() {
        return lanes.get() > 0;
    }

    /** The watchdog ends what the lanes are at. */
    void end() {
        ending = true;
    }

    /** Permits to unpark alone would get lost where the watchdog waits for something else meanwhile. */
    private void wake() {
        news = true;
        LockSupport.unpark(watchdog);
    }

    /** The watchdog is about to look: what it may overlook from now on wakes it. */
    void look() {
        news = false;
        wakeUp = Watch.NEVER;
    }

    /** The watchdog waits until then, or until there are news for it. */
    void pause(long until) {
        wakeUp = until;
        if (news) {
            return;
        }
        if (until == Watch.NEVER) {
            LockSupport.park(this);
        } else {
            LockSupport.parkNanos(this, until - now());
        }
    }
}
