package io.rush.core.task;

import io.rush.api.error.RushException;
import io.rush.core.script.Deadline;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.ScriptSender;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Waits for tasks in the name of one worker. One of its threads waits in Redis, the others for their turn; whoever gets
 * a task lets the next one look, so that one wake-up serves as many threads as there are tasks. Thread-safe.
 */
final class IdleWait {
    private final NetworkStore network;
    private final String workerId;
    private final DelayedTasks delayed;
    private final ReentrantLock turn = new ReentrantLock();

    IdleWait(NetworkStore network, String workerId, DelayedTasks delayed) {
        this.network = network;
        this.workerId = workerId;
        this.delayed = delayed;
    }

    /** Asks for tasks; {@code registered} says whether the worker may be registered as idle by an earlier call. */
    @FunctionalInterface
    interface Call {
        ExchangeReply send(ScriptSender sender, boolean register, boolean registered);
    }

    /** Asks at once, and asks again after each wake-up until there is something or the time is over. */
    ExchangeReply run(Deadline deadline, Call first, Call again) {
        if (deadline.isOver()) {
            return askOnce(first, again);
        }
        boolean myTurn = turn.tryLock();
        try {
            ExchangeReply reply = first.send(network::run, myTurn, false);
            if (!myTurn && reply.invitesToWait()) {
                myTurn = awaitTurn(deadline);
                reply = myTurn ? again.send(network::run, true, false) : reply;
            }
            return myTurn ? awaitTasks(reply, deadline, again) : reply;
        } finally {
            if (myTurn) {
                turn.unlock();
            }
        }
    }

    private ExchangeReply askOnce(Call first, Call again) {
        ExchangeReply reply = first.send(network::run, false, false);
        boolean moved = reply.invitesToWatch() && delayed.promote().moved();
        return moved ? again.send(network::run, false, false) : reply;
    }

    private ExchangeReply awaitTasks(ExchangeReply asked, Deadline deadline, Call again) {
        ExchangeReply reply = asked;
        boolean timeLeft = true;
        while (timeLeft && reply.invitesToWait()) {
            Duration left = deadline.left();
            Duration patience = patience(reply, left);
            boolean willWaitOn = left.compareTo(patience) > 0;
            reply = again.send(whenWoken(patience), willWaitOn, true);
            timeLeft = !deadline.isOver();
            // The question left before the answer to whether there would be time.
            if (timeLeft != willWaitOn && reply.invitesToWait()) {
                reply = again.send(network::run, timeLeft, true);
            }
        }
        return reply;
    }

    /** How long to wait for a wake-up before asking again; what is due by now is moved to the queue before. */
    private Duration patience(ExchangeReply reply, Duration left) {
        Duration longest = reply.invitesToWatch() ? delayed.promote().patience() : NetworkStore.LONGEST_BLOCK;
        Duration bounded = longest.compareTo(NetworkStore.LONGEST_BLOCK) < 0 ? longest : NetworkStore.LONGEST_BLOCK;
        return bounded.compareTo(left) < 0 ? bounded : left;
    }

    private ScriptSender whenWoken(Duration atMost) {
        return (script, arguments) ->
                network.runWhenWoken(workerId, atMost, script, arguments).get(1);
    }

    private boolean awaitTurn(Deadline deadline) {
        try {
            return turn.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RushException("interrupted while worker " + workerId + " waited for tasks", interrupted);
        }
    }
}
