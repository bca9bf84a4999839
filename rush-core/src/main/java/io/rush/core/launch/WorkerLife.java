package io.rush.core.launch;

import io.rush.api.LoopProvider;
import io.rush.api.RushWorker;
import io.rush.api.WorkerState;
import io.rush.api.error.RushException;
import io.rush.core.workload.StartArguments;
import io.rush.core.workload.WorkerRun;
import io.rush.core.workload.WorkloadLoader;
import java.time.Duration;
import java.util.Optional;

/** The life of one worker in its process, from the open network to its exit code. Used by one thread. */
final class WorkerLife {
    private static final Duration GRACE_BEFORE_START = Duration.ofSeconds(5);

    private final WorkerProcess process;
    private final WorkerNetwork network;
    private final WorkerCommand command;
    private final String id;

    WorkerLife(WorkerProcess process, WorkerNetwork network, WorkerCommand command) {
        this.process = process;
        this.network = network;
        this.command = command;
        this.id = command.workerId();
    }

    /** @throws RushException if the worker cannot join the network */
    int live() {
        Drain drain = Drain.install(GRACE_BEFORE_START, () -> network.registry().askToLeave(id), this::giveUp);
        try {
            Optional<StartArguments> arguments = startArguments();
            if (arguments.isEmpty()) {
                return leaveBeforeStart();
            }
            drain.grace(arguments.get().shutdownGrace());
            return start(arguments.get());
        } finally {
            drain.over();
        }
    }

    private void giveUp() {
        network.still();
        network.registry()
                .depart(id, WorkerState.KILLED, "The JVM of the worker was asked to end, and its task took too long");
    }

    private Optional<StartArguments> startArguments() {
        Optional<byte[]> json = command.remote() ? awaitStart() : Optional.of(network.startArguments(id));
        return json.map(bytes -> StartArguments.decode(bytes, process.codec()));
    }

    private Optional<byte[]> awaitStart() {
        network.announceRemote(id, command.heartbeat());
        command.heartbeat().ifPresent(heartbeat -> network.beat(id, heartbeat, this::end));
        process.err()
                .println("worker " + id + " waits in network " + command.networkId() + " until startRemote says what"
                        + " to run");
        return network.awaitStart(id);
    }

    /** Halts: the thread that works may be busy with a task that does not count any more. */
    private void end(String why) {
        process.err().println("worker " + id + " ends: " + why);
        process.err().flush();
        Supervision.end(ExitCode.TAKEN_OFF);
    }

    private int leaveBeforeStart() {
        network.still();
        network.registry().depart(id, WorkerState.TERMINATED, "The worker left before it was started");
        return ExitCode.LEFT;
    }

    private int start(StartArguments arguments) {
        if (command.remote()) {
            Optional<String> complaint = complaint(arguments);
            if (complaint.isPresent()) {
                return refuse(complaint.get());
            }
        } else if (arguments.supervised()) {
            Supervision.start();
        }
        arguments.heartbeat().ifPresent(heartbeat -> network.beat(id, heartbeat, this::end));
        RushWorker worker = network.connector().connect(id, arguments, this::end);
        int code = work(worker, arguments);
        close(worker);
        return code;
    }

    /** What keeps a remote worker from running what it was told to run. */
    private Optional<String> complaint(StartArguments arguments) {
        try {
            new WorkloadLoader(process.classLoader()).validate(arguments.workload());
            new LoopCheck(process.loops(), process.codec()).check(arguments);
            return Optional.empty();
        } catch (RushException unfit) {
            return Optional.of(String.valueOf(unfit.getMessage()));
        }
    }

    private LoopProvider provider(StartArguments arguments) {
        return process.loops().apply(arguments.loopName());
    }

    private int refuse(String complaint) {
        network.still();
        process.err().println("worker " + id + " cannot run what it was told to run: " + complaint);
        network.registry().depart(id, WorkerState.LOST, "The worker cannot run what it was told to run: " + complaint);
        return ExitCode.LOOP_FAILED;
    }

    private int work(RushWorker worker, StartArguments arguments) {
        WorkerRun run = new WorkerRun(
                arguments.workload(),
                () -> provider(arguments),
                arguments,
                new WorkloadLoader(process.classLoader()),
                process.codec(),
                JvmCommand.offspring(network.largeObjects()));
        try {
            run.with(worker);
            return ExitCode.LEFT;
        } catch (Throwable broken) {
            network.still();
            broken.printStackTrace(process.err());
            new LossReport(network.registry()).ended(id, broken.toString());
            return ExitCode.LOOP_FAILED;
        }
    }

    private void close(RushWorker worker) {
        try {
            Thread.interrupted();
            worker.close();
        } catch (RushException unreachable) {
            process.err().println("worker " + id + " could not close its handle: " + unreachable.getMessage());
        }
    }
}
