package io.rush.loop.inprocess;

import io.rush.api.task.Task;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a lane is at, and until when it may be. The lane says what it begins and ends, the watchdog what takes too long; who
 * comes first decides, and an interrupt reaches the task it is meant for or none. Times are those of {@link Crew#now}.
 * Thread-safe.
 */
final class Watch {
    /** No time at all. */
    static final long NEVER = Long.MAX_VALUE;

    private final ReentrantLock lock = new ReentrantLock();
    private final Thread thread;
    private Phase phase = Phase.IN_FEED;
    private @Nullable Task task;
    private boolean stopped;
    private volatile long due = NEVER;

    /** What a lane is at. */
    enum Phase {
        /** Asks for tasks, or hands in results. */
        IN_FEED,
        EVALUATING,
        /** Evaluates a task whose time is over. */
        TIMED_OUT,
        /** Evaluates a task of a worker that ends. */
        STOPPED,
        /** Did not obey its interrupt: what it does has no effect any more. */
        ABANDONED,
        /** Gives back its feed. */
        CLOSING
    }

    /** @param thread of the lane */
    Watch(Thread thread) {
        this.thread = thread;
    }

    Thread thread() {
        return thread;
    }

    /** When the watchdog has to look. */
    long due() {
        return due;
    }

    /** The lane begins a task; false if it must not. */
    boolean begin(Task begun, long until) {
        lock.lock();
        try {
            // Whatever interrupted the feed does not mean the task.
            Thread.interrupted();
            if (stopped) {
                return false;
            }
            task = begun;
            phase = Phase.EVALUATING;
            due = until;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The lane is done with its task; tells what it was at. The watchdog's interrupt ends here. */
    Phase end() {
        lock.lock();
        try {
            Phase was = phase;
            if (was != Phase.ABANDONED) {
                phase = Phase.IN_FEED;
                due = NEVER;
            }
            if (was != Phase.EVALUATING) {
                Thread.interrupted();
            }
            return was;
        } finally {
            lock.unlock();
        }
    }

    /** The lane gives back its feed, and nobody interrupts it any more. */
    void close() {
        lock.lock();
        try {
            phase = Phase.CLOSING;
            Thread.interrupted();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The watchdog interrupts a task whose time is over, and abandons one whose grace is over.
     *
     * @return the phase in which the lane was when it was abandoned by this call
     */
    Optional<Phase> expire(long now, long grace) {
        if (now < due) {
            return Optional.empty();
        }
        lock.lock();
        try {
            return now < due ? Optional.empty() : expired(now, grace);
        } finally {
            lock.unlock();
        }
    }

    private Optional<Phase> expired(long now, long grace) {
        Phase was = phase;
        if (was == Phase.EVALUATING) {
            interrupt(Phase.TIMED_OUT, now + grace);
            return Optional.empty();
        }
        phase = Phase.ABANDONED;
        due = NEVER;
        return Optional.of(was);
    }

    /** The watchdog ends the lane: it begins nothing any more, and its task is interrupted. */
    void stop(long abandon) {
        lock.lock();
        try {
            stopped = true;
            if (phase == Phase.EVALUATING) {
                interrupt(Phase.STOPPED, abandon);
            } else if (phase == Phase.IN_FEED) {
                thread.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    private void interrupt(Phase next, long abandon) {
        phase = next;
        due = abandon;
        thread.interrupt();
    }

    /** The task that the lane began last. */
    Optional<Task> task() {
        lock.lock();
        try {
            return Optional.ofNullable(task);
        } finally {
            lock.unlock();
        }
    }
}
