package io.rush.core.task;

import io.rush.api.error.SerializationException;
import io.rush.api.task.Condition;
import io.rush.api.task.Exchange;
import io.rush.api.task.Refusal;
import io.rush.api.task.Task;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskResult;
import io.rush.api.task.TransitionReport;
import io.rush.core.codec.JsonValues;
import io.rush.core.script.Arguments;
import io.rush.core.script.Deadline;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** A worker's side of the queue: hands in results, takes tasks, waits for them. Thread-safe. */
public final class TaskExchange {
    private static final List<TaskField> DEFAULT_FIELDS =
            List.of(TaskField.XS, TaskField.SEED, TaskField.TIMEOUT, TaskField.N_RETRIES);

    private final NetworkStore network;
    private final JsonValues values;
    private final TaskOwner owner;
    private final IdleWait idleWait;
    private final HeldTasks held = new HeldTasks();
    private final AtomicLong attempts = new AtomicLong();
    private final AtomicReference<Standing> standing = new AtomicReference<>(Standing.RUNNING);

    public TaskExchange(NetworkStore network, JsonValues values, TaskOwner owner) {
        this.network = network;
        this.values = values;
        this.owner = owner;
        this.idleWait = new IdleWait(network, owner.workerId());
    }

    /** Hands in results and takes tasks; see {@link io.rush.api.RushWorker#exchange}. */
    public Exchange exchange(
            List<? extends TaskResult> results, int wanted, Deadline deadline, List<TaskField> fields) {
        List<EncodedResult> encoded =
                results.stream().map(result -> EncodedResult.of(result, values)).toList();
        List<String> keys = encoded.stream().map(EncodedResult::key).toList();
        List<String> claimed = held.claim(keys);
        List<TaskField> read = fields.isEmpty() ? DEFAULT_FIELDS : fields;
        ExchangeReply reply;
        try {
            reply = handInAndTake(encoded, claimed, wanted, deadline, read);
        } catch (RuntimeException outcomeUnknown) {
            held.putBack(keys, claimed);
            throw outcomeUnknown;
        }
        List<Task> tasks = reply.taken().isEmpty() ? List.of() : decode(reply.taken(), wanted, deadline, read);
        return new Exchange(report(keys, reply.counted()), tasks);
    }

    private ExchangeReply handInAndTake(
            List<EncodedResult> results, List<String> claimed, int wanted, Deadline deadline, List<TaskField> fields) {
        List<List<Boolean>> counted = new ArrayList<>(1);
        IdleWait.Call again = (sender, register, registered) ->
                call(sender, List.of(), claimed, wanted, register, registered, fields);
        IdleWait.Call first = (sender, register, registered) -> {
            ExchangeReply reply = call(sender, results, claimed, wanted, register, registered, fields);
            counted.add(reply.counted());
            return reply;
        };
        ExchangeReply last =
                wanted == 0 ? first.send(network::run, false, false) : idleWait.run(deadline, first, again);
        return last.withCounted(counted.get(0));
    }

    private ExchangeReply call(
            IdleWait.Sender sender,
            List<EncodedResult> results,
            List<String> claimed,
            int wanted,
            boolean register,
            boolean registered,
            List<TaskField> fields) {
        Arguments arguments = new Arguments()
                .add(owner.workerId())
                .add(owner.epoch())
                .add(attempts.getAndAdd(wanted))
                .add(wanted)
                .add(register)
                .add(registered)
                .add(fields.size());
        fields.forEach(field -> arguments.add(HashField.nameOf(field)));
        for (int i = 0; i < results.size(); i++) {
            results.get(i).addTo(arguments, claimed.get(i));
        }
        ExchangeReply reply = ExchangeReply.of(sender.send(Script.EXCHANGE, arguments), fields);
        standing.accumulateAndGet(reply.standing(), Standing::later);
        for (TakenTask taken : reply.taken()) {
            held.add(taken.key(), owner.attempt(taken.attempt()));
        }
        return reply;
    }

    /** Decodes tasks; those that are damaged fail, and others take their place. */
    private List<Task> decode(List<TakenTask> taken, int wanted, Deadline deadline, List<TaskField> fields) {
        List<Task> tasks = new ArrayList<>(taken.size());
        List<TaskResult> damaged = new ArrayList<>(0);
        for (TakenTask task : taken) {
            try {
                tasks.add(task.decode(values));
            } catch (SerializationException unreadable) {
                damaged.add(TaskResult.failed(task.key(), Condition.error(unreadable)));
            }
        }
        if (!damaged.isEmpty()) {
            Deadline patience = tasks.isEmpty() ? deadline : Deadline.after(Duration.ZERO);
            tasks.addAll(
                    exchange(damaged, wanted - tasks.size(), patience, fields).tasks());
        }
        return tasks;
    }

    private static TransitionReport report(List<String> keys, List<Boolean> counted) {
        Reports reports = new Reports();
        for (int i = 0; i < keys.size(); i++) {
            if (counted.get(i)) {
                reports.applied(keys.get(i));
            } else {
                reports.refused(keys.get(i), Refusal.NOT_OWNED);
            }
        }
        return reports.toReport();
    }

    /** Creates tasks that run for this worker at once; returns no keys if the worker is gone. */
    public List<String> pushRunning(Collection<?> xss, List<? extends Map<String, ?>> extras) {
        TaskEncoder encoder = new TaskEncoder(values);
        TaskBatch batch = encoder.batch(xss)
                .with(HashField.nameOf(TaskField.XS_EXTRA), encoder.encodeAll(TaskField.XS_EXTRA, extras));
        long attempt = attempts.getAndAdd(batch.size());
        List<Arguments> calls = batch.calls(
                first ->
                        new Arguments().add(owner.workerId()).add(owner.epoch()).add(attempt + first),
                (arguments, task) -> {});
        boolean gone = network.runAll(Script.PUSH_RUNNING, calls).stream().anyMatch(reply -> reply.asLong() == 0);
        if (gone) {
            standing.set(Standing.GONE);
            return List.of();
        }
        for (int task = 0; task < batch.size(); task++) {
            held.add(batch.keys().get(task), owner.attempt(attempt + task));
        }
        return batch.keys();
    }

    /** Whether the worker should leave; asks Redis unless that is known. */
    public boolean isTerminated() {
        if (standing.get() == Standing.RUNNING) {
            standing.accumulateAndGet(Standing.of(look(0)), Standing::later);
        }
        return standing.get() != Standing.RUNNING;
    }

    /** Whether nothing is queued and workers are to leave then. */
    public boolean isTerminatedOnIdle() {
        return look(1) == 1;
    }

    private long look(int part) {
        Arguments arguments = new Arguments().add(owner.workerId()).add(owner.epoch());
        return network.run(Script.STANDING, arguments).asList().get(part).asLong();
    }
}
