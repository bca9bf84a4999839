package io.rush.bench.failover;

import io.rush.api.Rush;
import io.rush.api.WorkerState;
import io.rush.api.task.TaskCounts;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskTable;
import io.rush.bench.figure.Waits;
import io.rush.bench.floor.BareRedis;
import io.rush.it.servers.SentinelServers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A failover from start to end, with servers and workers of its own. For one thread. */
public final class FailoverRound {
    private static final int PARTS = 4;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long UNTIL_ALL_WORK = TimeUnit.SECONDS.toNanos(60);
    private static final long UNTIL_STUCK = TimeUnit.SECONDS.toNanos(10);

    private final FailoverSettings settings;
    private final SentinelServers servers;
    private final Traces traces;
    private final Rush rush;
    private final Assignments assignments;

    private FailoverRound(FailoverSettings settings, SentinelServers servers, Traces traces, Rush rush) {
        this.settings = settings;
        this.servers = servers;
        this.traces = traces;
        this.rush = rush;
        this.assignments = new Assignments(rush);
    }

    /** Starts everything, kills the primary when a quarter of the tasks is finished, and waits for the rest. */
    public static FailoverOutcome run(FailoverSettings settings) {
        try (SentinelServers servers = SentinelServers.start(settings.replicas(), settings.downAfter());
                Traces traces = Traces.create();
                Rush rush = settings.connect(servers)) {
            return FailoverOutcome.of(new FailoverRound(settings, servers, traces, rush).aftermath(), settings);
        }
    }

    private Aftermath aftermath() {
        List<String> workers = rush.workers().startLocal(settings.workers(traces.directory()));
        ResultWatch results = new ResultWatch(rush);
        assignments.push(settings.tasks());
        servers.awaitReplica();
        Waits.until("a quarter of the tasks is finished", part(), results::count);

        if (!settings.cutOff().isZero()) {
            cutOffReplicas();
        }
        CompletableFuture<List<Instant>> namings = SentinelWatch.begin(servers);
        Instant killed = Instant.now();
        servers.primary().kill();
        assignments.push(1);
        Instant pushed = Instant.now();
        List<Instant> named = namings.join();
        Outage outage = new Outage(killed, named.get(0), named.get(named.size() - 1));
        long epoch = ConfigEpoch.latest(servers);
        feedUntilAllWork(outage.midway());
        TaskCounts counts = awaitEnd();

        List<ResultWatch.Arrival> arrivals = results.end();
        try (Rush another = settings.connect(servers)) {
            TaskTable finished = another.archive().fetchFinished();
            return new Aftermath(
                    assignments.results(),
                    outage,
                    Outage.millis(Duration.between(killed, pushed)),
                    new Evaluations(traces.read()),
                    arrivals,
                    finished.keys(),
                    Arrays.stream(finished.column(TaskField.YS, "y").toDoubles())
                            .boxed()
                            .toList(),
                    counts,
                    workers,
                    new HashSet<>(rush.workers().ids(WorkerState.RUNNING)),
                    ConfigEpoch.latest(servers) != epoch);
        }
    }

    /** What the primary takes from now on is lost when it dies. */
    private void cutOffReplicas() {
        try (BareRedis primary = new BareRedis(servers.primary().port())) {
            primary.call("ACL", "SETUSER", "default", "-psync", "-sync");
            primary.call("CLIENT", "KILL", "TYPE", "replica");
            LockSupport.parkNanos(settings.cutOff().toNanos());
        }
    }

    /** How many tasks are done before the primary dies. */
    private int part() {
        return Math.max(1, settings.tasks() / PARTS);
    }

    /** Sees to it that nobody finds the queue empty who comes back late. */
    private void feedUntilAllWork(Instant since) {
        long start = System.nanoTime();
        while (traces.beganSince(since) < settings.workers() && System.nanoTime() - start < UNTIL_ALL_WORK) {
            if (rush.tasks().counts().queued() < part()) {
                assignments.push(part());
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** Waits until all tasks are finished, or none has been for so long that none will be. */
    private TaskCounts awaitEnd() {
        TaskCounts last = rush.tasks().counts();
        long lastChange = System.nanoTime();
        while (last.finished() < assignments.size() && System.nanoTime() - lastChange < UNTIL_STUCK) {
            LockSupport.parkNanos(PAUSE);
            TaskCounts now = rush.tasks().counts();
            lastChange = now.equals(last) ? lastChange : System.nanoTime();
            last = now;
        }
        return last;
    }
}
