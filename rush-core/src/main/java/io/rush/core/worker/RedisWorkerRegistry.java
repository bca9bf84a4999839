package io.rush.core.worker;

import io.rush.api.WorkerKind;
import io.rush.api.WorkerState;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.WorkerException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.core.codec.Conditions;
import io.rush.core.large.StoredValues;
import io.rush.core.launch.WorkerRegistry;
import io.rush.core.script.Arguments;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Script;
import io.rush.core.task.TaskKeys;
import io.rush.core.task.TaskOwner;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The network's book of workers in Redis. Thread-safe. */
public final class RedisWorkerRegistry implements WorkerRegistry {
    private static final String ANY_EPOCH = "";
    private static final String SETTLED = "0";
    private static final long NOT_EXPECTED = 0;
    private static final long IN_USE = -1;

    private final NetworkStore network;
    private final StoredValues values;

    public RedisWorkerRegistry(NetworkStore network, StoredValues values) {
        this.network = network;
        this.values = values;
    }

    @Override
    public byte[] outsource(byte[] startArguments) {
        return values.outsourceStart(startArguments);
    }

    @Override
    public void announce(String workerId, WorkerKind kind, byte[] startArguments) {
        Arguments arguments =
                new Arguments().add(kind.name()).add(startArguments).add(workerId);
        network.run(Script.ANNOUNCE, arguments);
    }

    /**
     * What a worker was announced with.
     *
     * @throws ConfigurationException if the network does not know it
     * @throws io.rush.api.error.SerializationException if they lie in a file that is missing or was changed
     */
    public byte[] startArguments(String workerId) {
        RedisReply start = network.store().send(RedisCommand.of("HGET", network.key("worker:" + workerId), "start"));
        if (start.isNil()) {
            throw new ConfigurationException("the network does not know a worker " + workerId
                    + "; it was reset, or the worker was never announced: start it again");
        }
        return values.resolveStart(start.asBytes());
    }

    /**
     * Enters a worker as running.
     *
     * @param announced whether it must have been announced
     * @throws WorkerException if it was not, was taken off the network meanwhile, or its id is in use
     */
    public TaskOwner register(String workerId, boolean announced) {
        Arguments arguments = new Arguments()
                .add(workerId)
                .add(TaskKeys.next())
                .add(announced)
                .add(HostName.own())
                .add(ProcessHandle.current().pid());
        long epoch = network.run(Script.REGISTER, arguments).asLong();
        if (epoch == NOT_EXPECTED) {
            throw new WorkerException(workerId, "it is not expected: it was killed, or the network was reset", null);
        }
        if (epoch == IN_USE) {
            throw new WorkerException(workerId, "a worker of this id is at work; choose another id", null);
        }
        return new TaskOwner(workerId, epoch);
    }

    @Override
    public boolean depart(String workerId, WorkerState state, String message) {
        return depart(workerId, ANY_EPOCH, state, message);
    }

    /** The same for one start of a worker alone. */
    public boolean depart(TaskOwner owner, WorkerState state, String message) {
        return depart(owner.workerId(), Long.toString(owner.epoch()), state, message);
    }

    private boolean depart(String workerId, String epoch, WorkerState state, String message) {
        FailureCause cause = state == WorkerState.KILLED ? FailureCause.KILLED : FailureCause.LOST;
        Arguments arguments = new Arguments()
                .add(workerId)
                .add(epoch)
                .add(state.name().toLowerCase(Locale.ROOT))
                .add(Conditions.encode(Condition.of(cause, message)))
                .add(TaskKeys.next());
        List<RedisReply> answer = network.run(Script.DEPART, arguments).asList();
        settle(workerId, answer.get(1).asText());
        return answer.get(0).asLong() == 1;
    }

    /** Workers that left without being settled to the end. */
    public List<String> unsettled() {
        return network.store().send(RedisCommand.of("SMEMBERS", network.key("unsettled"))).asList().stream()
                .map(RedisReply::asText)
                .toList();
    }

    /** Settles what a worker left behind, in case whoever took it off the network could not. */
    public void settleDeparted(String workerId) {
        RedisReply cursor = network.run(
                Script.SETTLE_DEPARTED, new Arguments().add(workerId).add(SETTLED));
        settle(workerId, cursor.asText());
    }

    private void settle(String workerId, String firstCursor) {
        String cursor = firstCursor;
        while (!cursor.equals(SETTLED)) {
            Arguments arguments = new Arguments().add(workerId).add(cursor);
            cursor = network.run(Script.SETTLE_DEPARTED, arguments).asText();
        }
    }

    /** Asks workers to leave; for each, whether it is of the network. */
    public List<Boolean> requestTermination(Collection<String> workerIds) {
        return network.run(Script.REQUEST_TERMINATION, new Arguments().addAll(workerIds)).asList().stream()
                .map(answer -> answer.asLong() == 1)
                .toList();
    }
}
