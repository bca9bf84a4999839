package io.rush.core.task;

import io.rush.api.TaskFeed;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.SerializationException;
import io.rush.api.task.Condition;
import io.rush.api.task.Task;
import io.rush.api.task.TaskResult;
import io.rush.core.large.StoredValues;
import io.rush.core.script.Deadline;
import io.rush.core.script.NetworkStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** A feed that takes one task at a time, which begins as it is taken. */
final class SingleFeed implements TaskFeed {
    private static final Deadline NOW = Deadline.after(Duration.ZERO);

    private final Exchanges exchanges;
    private final StoredValues values;
    private final Take take;
    private final GivenTask given;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<ClaimedResult> pending = new ArrayList<>(1);
    private boolean closed;

    SingleFeed(Exchanges exchanges, StoredValues values, Take take) {
        this.exchanges = exchanges;
        this.values = values;
        this.take = take;
        this.given = new GivenTask(exchanges, values);
    }

    @Override
    public Optional<Task> next(Duration timeout) {
        Deadline deadline = Deadline.after(timeout);
        lock.lock();
        try {
            requireOpen();
            while (true) {
                List<TakenTask> taken = send(take, deadline).taken();
                if (taken.isEmpty()) {
                    return Optional.empty();
                }
                given.give(taken.get(0), take.attempts());
                try {
                    return Optional.of(taken.get(0).decode(values));
                } catch (SerializationException damaged) {
                    handIn(TaskResult.failed(taken.get(0).key(), Condition.error(damaged)));
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private ExchangeReply send(Take tasks, Deadline deadline) {
        ExchangeReply reply = exchanges.send(pending, tasks, deadline);
        pending.clear();
        return reply;
    }

    @Override
    public void handIn(TaskResult result) {
        lock.lock();
        try {
            requireOpen();
            pending.add(given.claim(result));
            if (pending.size() >= NetworkStore.PAGE) {
                flush();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void flush() {
        lock.lock();
        try {
            if (!pending.isEmpty()) {
                send(take.atMost(0), NOW);
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
            Uninterrupted.run(this::flush);
        } finally {
            lock.unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new ConfigurationException("the feed is closed; open another one");
        }
    }
}
