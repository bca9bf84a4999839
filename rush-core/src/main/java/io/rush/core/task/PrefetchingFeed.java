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

    private final NetworkStore network;
    private final Exchanges exchanges;
    private final StoredValues values;
    private final Take take;
    private final Attempts attempts;
    private final GivenTask given;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<TakenTask> reserved = new ArrayDeque<>();
    private final List<ClaimedResult> pending = new ArrayList<>();
    private final BackgroundFlush background;
    private final long delayNanos;
    private int unanswered;
    private long toldBegun;
    private long toldAt;
    /** Whether a result waits whose task Redis knows to have begun: it would fail if the next task broke the worker. */
    private boolean settlesMarked;

    private boolean closed;
    private boolean left;

    /**
     * @param take whose count is the depth of the feed
     * @param delay how long Redis may not know what the worker knows
     */
    PrefetchingFeed(NetworkStore network, Exchanges exchanges, StoredValues values, Take take, Duration delay) {
        this.network = network;
        this.exchanges = exchanges;
        this.values = values;
        this.take = take;
        this.attempts = take.attempts();
        this.given = new GivenTask(exchanges, values);
        this.background = new BackgroundFlush(this::tellInBackground, delay);
        this.delayNanos = delay.toNanos();
        this.toldAt = System.nanoTime() - delayNanos;
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
            tell(isDue() ? take.beginningFirst() : take, deadline);
        }
        if (!reserved.isEmpty()) {
            tellBefore(reserved.element());
        }
        return !reserved.isEmpty() && exchanges.standing() == Standing.RUNNING;
    }

    private void tellBefore(TakenTask task) {
        if (isDue() || mustBeTold(task)) {
            attempts.begin(task.attempt());
            tell(take.atMost(missing()), NOW);
        } else if (settlesMarked) {
            tell(take.atMost(missing()), NOW);
        }
    }

    private boolean isDue() {
        return System.nanoTime() - toldAt >= delayNanos;
    }

    private boolean mustBeTold(TakenTask task) {
        return task.isReturned() && task.attempt() > toldBegun;
    }

    private int missing() {
        return take.count() - reserved.size();
    }

    private void tell(Take tasks, Deadline deadline) {
        background.setBehind(false);
        try {
            if (tasks.count() > 0 && unanswered > 0) {
                send(take.atMost(0), NOW);
                send(tasks.count() < unanswered ? take.atMost(unanswered) : tasks, deadline);
            } else {
                send(tasks, deadline);
            }
        } catch (RuntimeException outcomeUnknown) {
            background.setBehind(true);
            throw outcomeUnknown;
        }
    }

    /**
     * Tasks may have been taken by a call that failed. Redis returns them to a call that has no results and takes at least
     * as many under the same numbers.
     */
    private void send(Take tasks, Deadline deadline) {
        try {
            reserved.addAll(exchanges.send(pending, tasks, deadline).taken());
        } catch (RuntimeException outcomeUnknown) {
            attempts.putBack(tasks.count());
            unanswered = Math.max(unanswered, tasks.count());
            throw outcomeUnknown;
        }
        pending.clear();
        settlesMarked = false;
        unanswered = tasks.count() > 0 ? 0 : unanswered;
        toldBegun = attempts.begun();
        toldAt = System.nanoTime();
    }

    private Optional<Task> begin(TakenTask task) {
        attempts.begin(task.attempt());
        given.give(task, attempts);
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
            ClaimedResult claimed = given.claim(result);
            pending.add(claimed);
            settlesMarked |= !attempts.isAfter(toldBegun, claimed.attempt());
            if (pending.size() < NetworkStore.PAGE) {
                background.setBehind(true);
            } else {
                tell(take.atMost(0), NOW);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Leaves it for later while a thread has the feed; a task that runs is one of those at hand. */
    private void tellInBackground() {
        if (lock.tryLock()) {
            try {
                if (!closed && background.isBehind() && isDue()) {
                    tell(take.atMost(Math.max(0, missing() - 1)), NOW);
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
            closed = true;
            background.close();
            if (!left) {
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
        for (int i = 0; i < unanswered; i++) {
            arguments.add(attempts.next() + i);
        }
        network.run(Script.GIVE_BACK, arguments);
        reserved.clear();
        left = true;
    }

    private void requireOpen() {
        if (closed) {
            throw new ConfigurationException("the feed is closed; open another one");
        }
    }
}
