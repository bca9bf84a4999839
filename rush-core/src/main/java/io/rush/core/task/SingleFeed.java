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

/** A feed that takes one task at a time, which begins as it is taken. */
final class SingleFeed implements TaskFeed {
    private static final Deadline NOW = Deadline.after(Duration.ZERO);

    private final Exchanges exchanges;
    private final StoredValues values;
    private final Take take;
    private final List<ClaimedResult> pending = new ArrayList<>(1);
    private boolean closed;

    SingleFeed(Exchanges exchanges, StoredValues values, Take take) {
        this.exchanges = exchanges;
        this.values = values;
        this.take = take;
    }

    @Override
    public synchronized Optional<Task> next(Duration timeout) {
        Deadline deadline = Deadline.after(timeout);
        requireOpen();
        while (true) {
            List<TakenTask> taken = send(take, deadline).taken();
            if (taken.isEmpty()) {
                return Optional.empty();
            }
            exchanges.hold(taken.get(0), take.attempts());
            try {
                return Optional.of(taken.get(0).decode(values));
            } catch (SerializationException damaged) {
                handIn(TaskResult.failed(taken.get(0).key(), Condition.error(damaged)));
            }
        }
    }

    private ExchangeReply send(Take tasks, Deadline deadline) {
        ExchangeReply reply = exchanges.send(pending, tasks, deadline);
        pending.clear();
        return reply;
    }

    @Override
    public synchronized void handIn(TaskResult result) {
        requireOpen();
        pending.addAll(exchanges.claim(List.of(result)));
        if (pending.size() >= NetworkStore.PAGE) {
            flush();
        }
    }

    @Override
    public synchronized void flush() {
        if (!pending.isEmpty()) {
            send(take.atMost(0), NOW);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        Uninterrupted.run(this::flush);
    }

    private void requireOpen() {
        if (closed) {
            throw new ConfigurationException("the feed is closed; open another one");
        }
    }
}
