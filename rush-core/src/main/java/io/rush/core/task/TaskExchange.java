package io.rush.core.task;

import io.rush.api.Prefetch;
import io.rush.api.TaskFeed;
import io.rush.api.error.SerializationException;
import io.rush.api.task.Condition;
import io.rush.api.task.Exchange;
import io.rush.api.task.Refusal;
import io.rush.api.task.Task;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskResult;
import io.rush.api.task.TransitionReport;
import io.rush.core.large.StoredValues;
import io.rush.core.script.Deadline;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A worker's side of the queue: hands in results, takes tasks, waits for them. Thread-safe. */
public final class TaskExchange {
    private final NetworkStore network;
    private final StoredValues values;
    private final Exchanges exchanges;
    private final Attempts attempts = Attempts.direct();
    private final AtomicLong feeds = new AtomicLong();

    public TaskExchange(NetworkStore network, StoredValues values, TaskOwner owner) {
        this.network = network;
        this.values = values;
        this.exchanges = new Exchanges(network, values, owner);
    }

    /** Hands in results and takes tasks; see {@link io.rush.api.RushWorker#exchange}. */
    public Exchange exchange(
            List<? extends TaskResult> results, int wanted, Deadline deadline, List<TaskField> fields) {
        return exchange(results, new Take(wanted, ReadFields.of(fields), attempts), deadline);
    }

    private Exchange exchange(List<? extends TaskResult> results, Take take, Deadline deadline) {
        List<ClaimedResult> claimed = exchanges.claim(results);
        ExchangeReply reply;
        try {
            reply = exchanges.send(claimed, take, deadline);
        } catch (RuntimeException outcomeUnknown) {
            exchanges.held().putBack(claimed);
            throw outcomeUnknown;
        }
        return new Exchange(report(claimed, reply.refused()), decode(reply.taken(), take, deadline));
    }

    /** Decodes tasks; those that are damaged fail, and others take their place. */
    private List<Task> decode(List<TakenTask> taken, Take take, Deadline deadline) {
        List<Task> tasks = new ArrayList<>(taken.size());
        List<TaskResult> damaged = new ArrayList<>(0);
        for (TakenTask task : taken) {
            exchanges.hold(task, attempts);
            try {
                tasks.add(task.decode(values));
            } catch (SerializationException unreadable) {
                damaged.add(TaskResult.failed(task.key(), Condition.error(unreadable)));
            }
        }
        if (!damaged.isEmpty()) {
            Deadline patience = tasks.isEmpty() ? deadline : Deadline.after(Duration.ZERO);
            tasks.addAll(exchange(damaged, take.atMost(take.count() - tasks.size()), patience)
                    .tasks());
        }
        return tasks;
    }

    private static TransitionReport report(List<ClaimedResult> claimed, Set<Integer> refused) {
        Reports reports = new Reports();
        for (int i = 0; i < claimed.size(); i++) {
            if (refused.contains(i)) {
                reports.refused(claimed.get(i).key(), Refusal.NOT_OWNED);
            } else {
                reports.applied(claimed.get(i).key());
            }
        }
        return reports.toReport();
    }

    /** Opens a feed; see {@link io.rush.api.RushWorker#feed}. */
    public TaskFeed feed(Prefetch prefetch, List<TaskField> fields) {
        ReadFields read = ReadFields.of(fields);
        if (prefetch.depth() == 1) {
            return new SingleFeed(exchanges, values, new Take(1, read, attempts));
        }
        Attempts reserved = Attempts.reserved(feeds.incrementAndGet());
        return new PrefetchingFeed(
                network,
                exchanges,
                values,
                new Take(prefetch.depth(), read.withReturned(), reserved),
                prefetch.delay());
    }

    /** Creates tasks that run for this worker at once; returns no keys if the worker is gone. */
    public List<String> pushRunning(Collection<?> xss, List<? extends Map<String, ?>> extras) {
        TaskEncoder encoder = new TaskEncoder(values);
        TaskBatch batch = encoder.batch(xss)
                .with(HashField.nameOf(TaskField.XS_EXTRA), encoder.encodeAll(TaskField.XS_EXTRA, extras));
        long attempt = attempts.take(batch.size());
        boolean gone = network
                .runAll(
                        Script.PUSH_RUNNING,
                        batch.calls(first -> exchanges.head().add(attempt + first), (arguments, task) -> {}))
                .stream()
                .anyMatch(reply -> reply.asLong() == 0);
        if (gone) {
            exchanges.learn(Standing.GONE);
            return List.of();
        }
        for (int task = 0; task < batch.size(); task++) {
            exchanges.held().add(batch.keys().get(task), attempts.text(attempt + task));
        }
        return batch.keys();
    }

    /** Learns how the worker stands, as a script answered it. */
    public void learn(long standing) {
        exchanges.learn(Standing.of(standing));
    }

    /** Whether the worker should leave; asks Redis unless that is known. */
    public boolean isTerminated() {
        return exchanges.standing() != Standing.RUNNING || exchanges.learn(Standing.of(look(0))) != Standing.RUNNING;
    }

    /** Whether nothing is queued and workers are to leave then. */
    public boolean isTerminatedOnIdle() {
        return look(1) == 1;
    }

    private long look(int part) {
        return network.run(Script.STANDING, exchanges.head()).asList().get(part).asLong();
    }
}
