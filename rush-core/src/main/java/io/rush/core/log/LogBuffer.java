package io.rush.core.log;

import io.rush.api.log.LogSettings;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a worker logged and has not written yet; bounded: the oldest entries go first. Thread-safe. Whoever logs never
 * waits for whoever writes.
 */
final class LogBuffer {
    /** Entries. */
    static final int MOST_ENTRIES = LogSettings.MOST_BUFFERED;

    /** Characters. */
    static final int MOST_CHARACTERS = 8_000_000;

    /** Entries that are written in one call. */
    static final int MOST_IN_BATCH = 500;

    /** Characters after which no further entry is added to a batch. */
    static final int MOST_CHARACTERS_IN_BATCH = 500_000;

    /** How long an entry waits for others at most if the worker gathers them. */
    static final Duration LONGEST_DELAY = Duration.ofSeconds(1);

    /** The same if it does not: what comes at once travels together. */
    static final Duration SHORTEST_DELAY = Duration.ofMillis(2);

    private static final String OWN_LOGGER = "io.rush.core.log";

    private final int full;
    private final long delayNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition written = lock.newCondition();
    private final Deque<PendingEntry> entries = new ArrayDeque<>();
    private long characters;
    private long firstNumber = 1;
    private long urgentUpTo;
    private long dropped;
    private boolean closed;

    /** @param gathered how many entries are gathered before they are due; 0 for none */
    LogBuffer(int gathered) {
        this(gathered, gathered == 0 ? SHORTEST_DELAY : LONGEST_DELAY);
    }

    LogBuffer(int gathered, Duration delay) {
        this.full = gathered == 0 ? Integer.MAX_VALUE : gathered;
        this.delayNanos = delay.toNanos();
    }

    void add(PendingEntry entry) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            entries.add(entry);
            characters += entry.length();
            dropExcess();
            if (entry.isUrgent()) {
                urgentUpTo = lastNumber();
            }
            if (entries.size() == 1 || entries.size() == full || entry.isUrgent()) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void dropExcess() {
        while (entries.size() > MOST_ENTRIES || (characters > MOST_CHARACTERS && entries.size() > 1)) {
            removeFirst();
            dropped++;
        }
    }

    private void removeFirst() {
        characters -= entries.remove().length();
        firstNumber++;
    }

    private long lastNumber() {
        return firstNumber + entries.size() - 1;
    }

    /** Waits until there is something to write; an empty batch if there will be no more. */
    LogBatch awaitDue() throws InterruptedException {
        lock.lock();
        try {
            long left = nanosUntilDue();
            while (left > 0) {
                if (left == Long.MAX_VALUE) {
                    changed.await();
                } else {
                    changed.awaitNanos(left);
                }
                left = nanosUntilDue();
            }
            return batch();
        } finally {
            lock.unlock();
        }
    }

    private long nanosUntilDue() {
        if (closed || urgentUpTo >= firstNumber || entries.size() >= full) {
            return 0;
        }
        return entries.isEmpty()
                ? Long.MAX_VALUE
                : delayNanos - (System.nanoTime() - entries.element().nanos());
    }

    private LogBatch batch() {
        List<PendingEntry> batch = new ArrayList<>();
        long noticed = entries.isEmpty() ? 0 : dropped;
        if (noticed > 0) {
            batch.add(notice());
        }
        Iterator<PendingEntry> remaining = entries.iterator();
        int length = 0;
        while (remaining.hasNext() && batch.size() < MOST_IN_BATCH && length < MOST_CHARACTERS_IN_BATCH) {
            PendingEntry entry = remaining.next();
            batch.add(entry);
            length += entry.length();
        }
        return new LogBatch(noticed > 0 ? firstNumber - 1 : firstNumber, batch, noticed);
    }

    /** Takes the number of an entry that was dropped. */
    private PendingEntry notice() {
        String message = dropped + " log entries of this worker were dropped, as Redis was away, refused them, or was"
                + " slower than the worker";
        return PendingEntry.of(Level.WARNING, OWN_LOGGER, message, "");
    }

    /** A batch is in Redis. */
    void written(LogBatch batch) {
        lock.lock();
        try {
            // Those that were dropped while they were being written are there after all.
            long first = batch.dropped() > 0 ? batch.first() + 1 : batch.first();
            dropped -= batch.dropped() + Math.max(0, Math.min(firstNumber - 1, batch.last()) - first + 1);
            removeUpTo(batch.last());
        } finally {
            lock.unlock();
        }
    }

    /** A batch will never be in Redis. */
    void refused(LogBatch batch) {
        lock.lock();
        try {
            dropped += Math.max(0, batch.last() - firstNumber + 1);
            removeUpTo(batch.last());
        } finally {
            lock.unlock();
        }
    }

    private void removeUpTo(long number) {
        while (!entries.isEmpty() && firstNumber <= number) {
            removeFirst();
        }
        written.signalAll();
    }

    /** Has everything written that is there now, and waits for it; false if the time is over before. */
    boolean flush(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long goal = lastNumber();
            urgentUpTo = goal;
            changed.signal();
            long left = patience.toNanos();
            while (firstNumber <= goal && left > 0) {
                left = written.awaitNanos(left);
            }
            return firstNumber > goal;
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing any more; what is there is due. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Gives up what is there; returns how many entries that are, with those that were dropped before. */
    long abandon() {
        lock.lock();
        try {
            long lost = dropped + entries.size();
            removeUpTo(lastNumber());
            return lost;
        } finally {
            lock.unlock();
        }
    }
}
