package io.rush.store.lettuce;

import io.rush.api.store.RedisReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Commands that one thread sends together, and then waits for until the last has landed. */
final class Flight {
    private final Thread waiter = Thread.currentThread();
    private final List<Request> requests;
    private final AtomicInteger missing;
    private volatile int mayBeMissing;

    Flight(int size) {
        this.requests = new ArrayList<>(size);
        this.missing = new AtomicInteger(size);
    }

    void add(Request request) {
        requests.add(request);
    }

    /** Called once for each request, by any thread. */
    void landed() {
        if (missing.decrementAndGet() <= mayBeMissing) {
            LockSupport.unpark(waiter);
        }
    }

    /**
     * Waits through interrupts, which then stay for the next call.
     *
     * @param left how many may still be missing
     * @param patience the longest time without any landing
     * @throws LostException when it is over
     */
    void await(int left, Duration patience) {
        boolean interrupted = false;
        mayBeMissing = left;
        try {
            int before = missing.get();
            while (before > left) {
                interrupted |= parkUntil(System.nanoTime() + patience.toNanos());
                int now = missing.get();
                if (now == before) {
                    throw LostException.late();
                }
                before = now;
            }
        } finally {
            if (interrupted) {
                waiter.interrupt();
            }
        }
    }

    private boolean parkUntil(long deadlineNanos) {
        boolean interrupted = false;
        long left = deadlineNanos - System.nanoTime();
        while (missing.get() > mayBeMissing && left > 0) {
            LockSupport.parkNanos(this, left);
            interrupted |= Thread.interrupted();
            left = deadlineNanos - System.nanoTime();
        }
        return interrupted;
    }

    /** Waits until all have landed, the time is over or the thread is interrupted; returns whether all have landed. */
    boolean awaitUnlessInterrupted(long deadlineNanos) {
        long left = deadlineNanos - System.nanoTime();
        while (missing.get() > 0 && left > 0 && !waiter.isInterrupted()) {
            LockSupport.parkNanos(this, left);
            left = deadlineNanos - System.nanoTime();
        }
        return missing.get() == 0;
    }

    /**
     * What arrived, after all have landed.
     *
     * @throws LostException if one of the replies did not come
     */
    Arrival arrival() {
        if (requests.size() == 1) {
            return new Arrival(List.of(requests.get(0).reply()), requests.get(0).bytes());
        }
        List<RedisReply> replies = new ArrayList<>(requests.size());
        long bytes = 0;
        for (Request request : requests) {
            replies.add(request.reply());
            bytes += request.bytes();
        }
        return new Arrival(Collections.unmodifiableList(replies), bytes);
    }

    /** Has nobody write what is not written yet. */
    void abandon() {
        requests.forEach(Request::cancel);
    }
}
