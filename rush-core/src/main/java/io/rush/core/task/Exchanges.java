package io.rush.core.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rush.api.task.TaskResult;
import io.rush.core.large.StoredValues;
import io.rush.core.script.Arguments;
import io.rush.core.script.Deadline;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Script;
import io.rush.core.script.ScriptSender;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The calls in which one worker hands in results and takes tasks, and what they told of the worker. Thread-safe. */
final class Exchanges {
    private final NetworkStore network;
    private final StoredValues values;
    private final byte[] workerId;
    private final byte[] epoch;
    private final IdleWait idleWait;
    private final DelayedTasks delayed;
    private final HeldTasks held = new HeldTasks();
    private volatile Standing standing = Standing.RUNNING;

    Exchanges(NetworkStore network, StoredValues values, TaskOwner owner) {
        this.network = network;
        this.values = values;
        this.workerId = owner.workerId().getBytes(UTF_8);
        this.epoch = Long.toString(owner.epoch()).getBytes(UTF_8);
        this.delayed = new DelayedTasks(network);
        this.idleWait = new IdleWait(network, owner.workerId(), delayed);
    }

    HeldTasks held() {
        return held;
    }

    /** How the worker stands, as far as it was told. */
    Standing standing() {
        return standing;
    }

    /** Learns how the worker stands; a later standing never gives way to an earlier one. */
    synchronized Standing learn(Standing told) {
        standing = Standing.later(standing, told);
        return standing;
    }

    /** The start of a script call that speaks for the worker. */
    Arguments head() {
        return new Arguments().add(workerId).add(epoch);
    }

    /**
     * Encodes results and claims their tasks.
     *
     * @throws io.rush.api.error.SerializationException if an output is outside the value model; none is claimed then
     * @throws io.rush.api.error.TaskStateException if a task is not held; none is claimed then
     */
    List<ClaimedResult> claim(List<? extends TaskResult> results) {
        List<EncodedResult> encoded = new ArrayList<>(results.size());
        for (TaskResult result : results) {
            encoded.add(EncodedResult.of(result, values));
        }
        return held.claim(encoded);
    }

    /** Holds a task that the worker was given, and returns the attempt: it may hand it in. */
    String hold(TakenTask task, Attempts attempts) {
        String attempt = attempts.text(task.attempt());
        held.add(task.key(), attempt);
        return attempt;
    }

    /** Hands in results and takes tasks; waits for the first task until the deadline. */
    ExchangeReply send(List<ClaimedResult> results, Take take, Deadline deadline) {
        if (take.count() == 0) {
            return call(network::run, results, take, false, false);
        }
        delayed.lookOnceInAWhile();
        List<Set<Integer>> refused = new ArrayList<>(1);
        IdleWait.Call again = (sender, register, registered) -> call(sender, List.of(), take, register, registered);
        IdleWait.Call first = (sender, register, registered) -> {
            ExchangeReply reply = call(sender, results, take, register, registered);
            refused.add(reply.refused());
            return reply;
        };
        ExchangeReply reply = idleWait.run(deadline, first, again);
        delayed.learn(reply);
        return reply.withRefused(refused.get(0));
    }

    private ExchangeReply call(
            ScriptSender sender, List<ClaimedResult> results, Take take, boolean register, boolean registered) {
        Attempts attempts = take.attempts();
        Arguments arguments = head().add(take.number())
                .add(take.count())
                .add(register)
                .add(registered)
                .add(attempts.mark());
        take.fields().addTo(arguments);
        for (ClaimedResult result : results) {
            result.addTo(arguments);
        }
        ExchangeReply reply = ExchangeReply.of(sender.send(Script.EXCHANGE, arguments), take.fields());
        learn(reply.standing());
        return reply;
    }
}
