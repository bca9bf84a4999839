package io.rush.core.handle;

import io.rush.api.Archive;
import io.rush.api.Hashes;
import io.rush.api.Logs;
import io.rush.api.Rush;
import io.rush.api.Server;
import io.rush.api.StopMode;
import io.rush.api.Tasks;
import io.rush.api.WorkerState;
import io.rush.api.Workers;
import io.rush.api.task.LargeObject;
import io.rush.core.archive.NetworkArchive;
import io.rush.core.capture.CaptureScope;
import io.rush.core.doctor.Doctor;
import io.rush.core.launch.LocalWorkers;
import io.rush.core.launch.NetworkAddress;
import io.rush.core.launch.ProcessLauncher;
import io.rush.core.launch.RemoteScripts;
import io.rush.core.launch.ThreadLauncher;
import io.rush.core.log.NetworkLogs;
import io.rush.core.task.NetworkTasks;
import io.rush.core.task.TaskStreams;
import io.rush.core.worker.LostDetection;
import io.rush.core.worker.LostWorkers;
import io.rush.core.worker.NetworkWorkers;
import io.rush.core.worker.RedisWorkerRegistry;
import io.rush.core.worker.RemoteWorkers;
import io.rush.core.worker.WorkerBook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A controller's handle on a network. */
public final class ControllerHandle implements Rush {
    private final NetworkContext context;
    private final NetworkTasks tasks;
    private final NetworkArchive archive;
    private final NetworkLogs logs;
    private final LocalWorkers local;
    private final NetworkWorkers workers;
    private final LostDetection detection;

    public ControllerHandle(NetworkContext context) {
        this(context, context.config().lostDetection());
    }

    /** The part of a worker's handle that is as a controller's; it leaves the search for lost workers to controllers. */
    static ControllerHandle ofWorker(NetworkContext context) {
        return new ControllerHandle(context, Duration.ZERO);
    }

    private ControllerHandle(NetworkContext context, Duration lostDetection) {
        this.context = context;
        this.archive = new NetworkArchive(
                context.network(), context.stored()::resolve, context.config().cacheLimitBytes());
        this.logs = new NetworkLogs(context.network());
        RedisWorkerRegistry registry = new RedisWorkerRegistry(context.network(), context.stored());
        this.local = localWorkers(context, registry);
        LostWorkers lost = new LostWorkers(context.impatient(), registry, local);
        this.detection = new LostDetection(lost, lostDetection);
        this.workers = new NetworkWorkers(
                registry, new WorkerBook(context.network()), local, lost, detection, remoteWorkers(context, registry));
        this.tasks = new NetworkTasks(
                context.network(), context.stored(), new TaskStreams(context.seed()), detection::lookNow);
        if (!lostDetection.isZero()) {
            context.network().whenWaiting(detection::expectWorkers);
        }
    }

    private static RemoteWorkers remoteWorkers(NetworkContext context, RedisWorkerRegistry registry) {
        Optional<String> storeName = context.connection().address().flatMap(NetworkAddress::storeName);
        RemoteScripts scripts = new RemoteScripts(context.config().networkId(), storeName, context.workerMain());
        return new RemoteWorkers(registry, scripts, context.values());
    }

    private static LocalWorkers localWorkers(NetworkContext context, RedisWorkerRegistry registry) {
        ThreadLauncher threads = new ThreadLauncher(
                (id, arguments, whenGone) -> WorkerHandle.announced(
                        context.borrowed(),
                        id,
                        arguments,
                        arguments.heartbeat().map(heartbeat -> context.pulse(id, heartbeat, whenGone)),
                        false,
                        CaptureScope.THREAD),
                context.values(),
                context::loop,
                context.config().classLoader(),
                context.large().settings());
        ProcessLauncher processes = new ProcessLauncher(
                context.config().networkId(), context.address(), context.workerMain(), context::loop, context.values());
        return new LocalWorkers(registry, context.values(), threads, processes);
    }

    @Override
    public String networkId() {
        return context.config().networkId();
    }

    @Override
    public Tasks tasks() {
        return tasks;
    }

    @Override
    public Archive archive() {
        return archive;
    }

    @Override
    public Workers workers() {
        return workers;
    }

    @Override
    public Logs logs() {
        return logs;
    }

    @Override
    public Server server() {
        return new NetworkServer(
                context.connection().store(),
                new Doctor(context.impatient(), context.large().settings().limitBytes()));
    }

    @Override
    public Hashes hashes() {
        return new NetworkHashes(context.network(), context.values());
    }

    @Override
    public LargeObject storeLargeObject(Object value) {
        return context.large().store(value);
    }

    @Override
    public Object loadLargeObject(LargeObject reference) {
        return context.large().load(reference);
    }

    @Override
    public void reset(StopMode mode) {
        List<String> live = liveWorkers();
        if (mode == StopMode.TERMINATE) {
            workers.stop(mode, live);
            workers.detectLost();
            workers.awaitStopped(live, FOREVER);
        } else {
            local.kill(
                    live.stream().filter(local::owns).toList(), "The worker was killed because the network was reset");
        }
        new NetworkReset(context.network(), context.large()).everything();
        archive.forget();
    }

    @Override
    public void resetData() {
        new NetworkReset(context.network(), context.large()).data();
        archive.forget();
    }

    private List<String> liveWorkers() {
        return workers.states().entrySet().stream()
                .filter(worker -> worker.getValue() == WorkerState.PRE || worker.getValue() == WorkerState.RUNNING)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void close() {
        detection.close();
        if (context.connection().owned()) {
            context.store().losePatience();
        }
        local.close();
        logs.close();
        context.connection().close();
    }

    @Override
    public String toString() {
        return "Rush[network " + networkId() + "]";
    }
}
