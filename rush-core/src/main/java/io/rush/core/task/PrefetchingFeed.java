package io.rush.core.task;

import io.rush.api.TaskFeed;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.SerializationException;
import io.rush.api.task.Condition;
import io.rush.api.task.Task;
import io.rush.api.task.TaskResult;
import io.rush.core.large.StoredValues;
import io.rush.core.script.Arguments;
import io.rush.core.script.Deadline;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Script;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A feed that reserves tasks ahead and gathers results.
 *
 * <p>Redis knows of each reserved task, and by one number which of them have begun. It is told with the call that takes
 * tasks, so tasks that are over at once share one call, and those that take their time have one each before they begin. What
 * falls in between is told by a thread in the background.
 */
final class PrefetchingFeed implements TaskFeed {
    private static final Deadline NOW = Deadline.after(Duration.ZERO);
    private static final long LONGEST_DELAY_NANOS = LONGEST_DELAY.toNanos();

    private final NetworkStore network;
    private final Exchanges exchanges;
    private final StoredValues values;
    private final Take take;
    private final Attempts attempts;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<TakenTask> reserved = new ArrayDeque<>();
    private final List<ClaimedResult> pending = new ArrayList<>();
    private final BackgroundFlush background;
    private long toldBegun;
    private long toldAt = System.nanoTime();
    private boolean closed;

    /** @param take whose count is the depth of the feed */
    PrefetchingFeed(NetworkStore network, Exchanges exchanges, StoredValues values, Take take) {
        this.network = network;
        this.exchanges = exchanges;
        this.values = values;
        this.take = take;
        this.attempts = take.attempts();
        this.background = new BackgroundFlush(this::tellInBackground);
    }

    @Override
    public Optional<Task> next(Duration timeout) {
        Deadline deadline = Deadline.after(timeout);
        lock.lock();
        try {
            requireOpen();
            Optional<Task> task = Optional.empty();
            while (task.isEmpty() && hasNext(deadline)) {
                task = begin(reserved.remove());
            }
            return task;
        } finally {
            lock.unlock();
        }
    }

    private boolean hasNext(Deadline deadline) {
        if (reserved.isEmpty()) {
            tell(take.beginningFirst(), deadline);
        } else if (isDue() || mustBeTold(reserved.element())) {
            attempts.begin(reserved.element().attempt());
            tell(refill(), NOW);
        }
        return !reserved.isEmpty() && exchanges.standing() == Standing.RUNNING;
    }

    private boolean isDue() {
        return System.nanoTime() - toldAt >= LONGEST_DELAY_NANOS;
    }

    private boolean mustBeTold(TakenTask task) {
        return task.isReturned() && task.attempt() > toldBegun;
    }

    private Take refill() {
        return take.atMost(take.count() - reserved.size());
    }

    private void tell(Take tasks, Deadline deadline) {
        background.setBehind(false);
        try {
            reserved.addAll(exchanges.send(pending, tasks, deadline).taken());
        } catch (RuntimeException outcomeUnknown) {
            background.setBehind(true);
            throw outcomeUnknown;
        }
        pending.clear();
        toldBegun = attempts.begun();
        toldAt = System.nanoTime();
    }

    private Optional<Task> begin(TakenTask task) {
        attempts.begin(task.attempt());
        if (task.attempt() > toldBegun) {
            background.setBehind(true);
        }
        try {
            return Optional.of(task.decode(values));
        } catch (SerializationException damaged) {
            handIn(TaskResult.failed(task.key(), Condition.error(damaged)));
            return Optional.empty();
        }
    }

    @Override
    public void handIn(TaskResult result) {
        lock.lock();
        try {
            requireOpen();
            pending.addAll(exchanges.claim(List.of(result)));
            if (pending.size() < NetworkStore.PAGE) {
                background.setBehind(true);
            } else {
                tell(take.atMost(0), NOW);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Leaves it to the thread that has the feed if there is one: it tells as well. */
    private void tellInBackground() {
        if (lock.tryLock()) {
            try {
                if (!closed && background.isBehind() && isDue()) {
                    tell(refill(), NOW);
                }
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public void flush() {
        lock.lock();
        try {
            if (background.isBehind()) {
                tell(take.atMost(0), NOW);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                background.close();
                Uninterrupted.run(this::leave);
            }
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        flush();
        Arguments arguments = exchanges.head().add(attempts.prefix());
        reserved.forEach(task -> arguments.add(task.attempt()));
        network.run(Script.GIVE_BACK, arguments);
        reserved.forEach(task -> exchanges.held().drop(task.key()));
        reserved.clear();
    }

    private void requireOpen() {
        if (closed) {
            throw new ConfigurationException("the feed is closed; open another one");
        }
    }
}
