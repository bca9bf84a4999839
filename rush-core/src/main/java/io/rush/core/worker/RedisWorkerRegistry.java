package io.rush.core.worker;

import io.rush.api.Heartbeat;
import io.rush.api.WorkerState;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.WorkerException;
import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.core.codec.Conditions;
import io.rush.core.large.StoredValues;
import io.rush.core.launch.Announcement;
import io.rush.core.launch.WorkerRegistry;
import io.rush.core.script.Arguments;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Pages;
import io.rush.core.script.Script;
import io.rush.core.task.TaskKeys;
import io.rush.core.task.TaskOwner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The network's book of workers in Redis. Thread-safe. */
public final class RedisWorkerRegistry implements WorkerRegistry {
    private static final String ANY_EPOCH = "";
    private static final String SETTLED = "0";
    private static final long TERMINATING = 1;
    private static final long GONE = 2;
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
    public void announce(List<String> workerIds, Announcement announcement) {
        for (List<String> page : Pages.of(workerIds)) {
            Arguments arguments = new Arguments()
                    .add(announcement.kind().name())
                    .add(announcement.start())
                    .add(announcement.runs())
                    .add(OsProcess.own().text());
            addHeartbeat(arguments, announcement.heartbeat())
                    .add(announcement.patience().toMillis())
                    .add(announcement.anew())
                    .addAll(page);
            network.run(Script.ANNOUNCE, arguments);
        }
    }

    private static Arguments addHeartbeat(Arguments arguments, Optional<Heartbeat> heartbeat) {
        if (heartbeat.isEmpty()) {
            return arguments.addNone().addNone();
        }
        return arguments
                .add(heartbeat.get().period().toMillis())
                .add(heartbeat.get().expire().toMillis());
    }

    private static Arguments addOwnProcess(Arguments arguments) {
        OsProcess own = OsProcess.own();
        return arguments.add(HostName.own()).add(own.id()).add(own.text());
    }

    @Override
    public void askToLeave(String workerId) {
        requestTermination(List.of(workerId));
    }

    /**
     * Enters a remote worker that waits for its start arguments.
     *
     * @throws WorkerException if its id is in use
     */
    public void announceRemote(String workerId, Optional<Heartbeat> heartbeat) {
        Arguments arguments = addOwnProcess(new Arguments().add(workerId).add(TaskKeys.next()));
        if (network.run(Script.ANNOUNCE_REMOTE, addHeartbeat(arguments, heartbeat))
                        .asLong()
                == 0) {
            throw inUse(workerId);
        }
    }

    private static WorkerException inUse(String workerId) {
        return new WorkerException(workerId, "a worker of this id is at work; choose another id", null);
    }

    /**
     * Waits until a remote worker has start arguments.
     *
     * @return empty if it is asked to leave before
     * @throws WorkerException if it is no longer expected
     */
    public Optional<byte[]> awaitStart(String workerId) {
        while (true) {
            Start start = collectStart(workerId);
            if (start.standing() == GONE) {
                throw notExpected(workerId);
            }
            if (start.standing() == TERMINATING || start.isThere()) {
                return start.standing() == TERMINATING
                        ? Optional.empty()
                        : Optional.of(values.resolveStart(start.json()));
            }
            network.block(workerId, NetworkStore.LONGEST_BLOCK);
        }
    }

    private Start collectStart(String workerId) {
        Arguments arguments = addOwnProcess(new Arguments().add(workerId));
        List<RedisReply> answer = network.run(Script.COLLECT_START, arguments).asList();
        return new Start(answer.get(0).asLong(), answer.get(1).asBytes());
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Start(long standing, byte[] json) {
        boolean isThere() {
            return json.length > 0;
        }
    }

    /** Hands start arguments to the remote workers that wait and to those that come later; returns ids of the former. */
    List<String> startRemote(byte[] startArguments, String runs) {
        String token = TaskKeys.next();
        List<String> ids = new ArrayList<>();
        String cursor = SETTLED;
        do {
            Arguments arguments = new Arguments()
                    .add(token)
                    .add(outsource(startArguments))
                    .add(runs)
                    .add(cursor);
            List<RedisReply> answer =
                    network.run(Script.START_REMOTE, arguments).asList();
            cursor = answer.get(0).asText();
            answer.stream().skip(1).map(RedisReply::asText).forEach(ids::add);
        } while (!cursor.equals(SETTLED));
        return ids;
    }

    /** What is said of the tasks of a worker that left. */
    Optional<String> reasonOf(String workerId) {
        RedisReply condition =
                network.store().send(RedisCommand.of("HGET", network.key("worker:" + workerId), "condition"));
        return condition.isNil()
                ? Optional.empty()
                : Optional.of(Conditions.decode(condition.asBytes()).message());
    }

    /**
     * What a worker was announced with.
     *
     * @throws ConfigurationException if the network does not know it
     * @throws io.rush.api.error.SerializationException if they lie in a file that is missing or was changed
     */
    public byte[] startArguments(String workerId) {
        Start start = collectStart(workerId);
        if (!start.isThere()) {
            throw new ConfigurationException("the network does not know a worker " + workerId
                    + "; it was reset, or the worker was never announced: start it again");
        }
        return values.resolveStart(start.json());
    }

    /**
     * Enters a worker as running.
     *
     * @param announced whether it must have been announced
     * @param remote whether it is to be known as a remote worker
     * @throws WorkerException if it was not, was taken off the network meanwhile, or its id is in use
     */
    public TaskOwner register(String workerId, boolean announced, Optional<Pulse> pulse, boolean remote) {
        Arguments arguments =
                addOwnProcess(new Arguments().add(workerId).add(TaskKeys.next()).add(announced));
        addHeartbeat(arguments, pulse.map(Pulse::heartbeat)).add(remote);
        return pulse.map(beating -> beating.register(() -> register(workerId, arguments)))
                .orElseGet(() -> register(workerId, arguments));
    }

    private TaskOwner register(String workerId, Arguments arguments) {
        long epoch = network.run(Script.REGISTER, arguments).asLong();
        if (epoch == NOT_EXPECTED) {
            throw notExpected(workerId);
        }
        if (epoch == IN_USE) {
            throw inUse(workerId);
        }
        return new TaskOwner(workerId, epoch);
    }

    private static WorkerException notExpected(String workerId) {
        return new WorkerException(
                workerId, "it is not expected: it was killed or declared lost, or the network was reset", null);
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
