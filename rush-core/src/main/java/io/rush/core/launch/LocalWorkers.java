package io.rush.core.launch;

import io.rush.api.ValueCodec;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.error.RushException;
import io.rush.api.error.WorkerException;
import io.rush.core.workload.StartArguments;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The local workers of one handle: starts, watches and kills them. Thread-safe.
 *
 * <p>When a worker's process or thread ends without having left the network, the registry is told at once.
 */
public final class LocalWorkers implements AutoCloseable {
    private static final Logger LOG = System.getLogger(LocalWorkers.class.getName());

    private final WorkerRegistry registry;
    private final ValueCodec codec;
    private final ThreadLauncher threads;
    private final ProcessLauncher processes;
    private final LossReport losses;
    private final Map<String, LocalWorker> workers = new ConcurrentHashMap<>();
    private final Map<String, WorkerSpec> specs = new ConcurrentHashMap<>();
    private boolean closed;

    public LocalWorkers(WorkerRegistry registry, ValueCodec codec, ThreadLauncher threads, ProcessLauncher processes) {
        this.registry = registry;
        this.codec = codec;
        this.threads = threads;
        this.processes = processes;
        this.losses = new LossReport(registry);
    }

    /**
     * Announces and launches workers; does not wait until they are registered. If one cannot be launched, all are taken
     * back.
     *
     * @return their ids
     * @throws io.rush.api.error.ConfigurationException if they could not run that; nothing is announced
     * @throws io.rush.api.error.SerializationException if a constant or global is outside the value model, or they are too
     *     large and there is no large-object directory; nothing is announced
     * @throws WorkerException if one cannot be launched
     */
    public synchronized List<String> start(WorkerSpec spec) {
        requireOpen();
        launcherOf(spec).validate(spec);
        List<String> ids = WorkerIds.draw(spec.workers());
        announceAndLaunch(ids, spec, false);
        return ids;
    }

    private WorkerLauncher launcherOf(WorkerSpec spec) {
        return spec.kind() == WorkerKind.THREAD ? threads : processes;
    }

    private void announceAndLaunch(List<String> ids, WorkerSpec spec, boolean anew) {
        Announcement announcement = Announcement.of(spec, codec, anew);
        StartArguments arguments = StartArguments.decode(announcement.start(), codec);
        try {
            registry.announce(ids, announcement.outsourced(registry));
            for (String id : ids) {
                specs.put(id, spec);
                workers.put(id, launcherOf(spec).launch(id, spec, arguments, losses));
            }
        } catch (RuntimeException | Error failure) {
            takeBack(ids, failure);
            throw failure;
        }
    }

    /**
     * Launches workers of this handle anew under their ids; those that live are killed first. Does not wait until they
     * are registered.
     *
     * @param change what is different from their last start
     * @return the longest that it may take until they are registered
     * @throws WorkerException if one cannot be launched; those after it are left as they are
     */
    public synchronized Duration restart(Collection<String> workerIds, UnaryOperator<WorkerSpec> change) {
        requireOpen();
        Duration patience = Duration.ZERO;
        for (String id : workerIds) {
            WorkerSpec spec = change.apply(Objects.requireNonNull(specs.get(id), id));
            Optional.ofNullable(workers.remove(id)).ifPresent(former -> end(id, former));
            announceAndLaunch(List.of(id), spec, true);
            patience = patience.compareTo(spec.startTimeout()) > 0 ? patience : spec.startTimeout();
        }
        return patience;
    }

    private void end(String id, LocalWorker former) {
        former.retire();
        Optional<String> end = former.end();
        String message = end.map(how -> "The worker has crashed or was killed: " + how)
                .orElse("The worker was killed to be restarted");
        registry.depart(id, end.isPresent() ? WorkerState.LOST : WorkerState.KILLED, message);
        former.kill();
    }

    private void requireOpen() {
        if (closed) {
            throw new RushException("the handle is closed; open another one to start workers");
        }
    }

    private void takeBack(List<String> ids, Throwable failure) {
        killEach(ids, "the start was given up: " + failure.getMessage()).forEach(failure::addSuppressed);
    }

    /** Whether this JVM launched the worker through this handle. */
    public boolean owns(String workerId) {
        return specs.containsKey(workerId);
    }

    /** How the process or thread of a worker that this handle launched ended; empty while it lives. */
    public Optional<String> endOf(String workerId) {
        return Optional.ofNullable(workers.get(workerId)).flatMap(LocalWorker::end);
    }

    /**
     * Takes workers off the network as killed, then ends their processes, or interrupts their threads: a thread that
     * ignores that cannot be forced, but nothing it hands in counts any more.
     *
     * @param message what is stored with the tasks they ran
     * @throws RuntimeException of the registry, after every process was destroyed
     */
    public void kill(Collection<String> workerIds, String message) {
        List<RuntimeException> failures = killEach(workerIds, message);
        if (!failures.isEmpty()) {
            RuntimeException first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }

    private List<RuntimeException> killEach(Collection<String> workerIds, String message) {
        List<RuntimeException> failures = new ArrayList<>();
        for (String id : workerIds) {
            try {
                registry.depart(id, WorkerState.KILLED, message);
            } catch (RuntimeException unreachable) {
                failures.add(unreachable);
            }
            Optional.ofNullable(workers.get(id)).ifPresent(LocalWorker::kill);
        }
        return failures;
    }

    /**
     * Why a worker ended: exit code and the end of standard error of a process, whatever the code is, or what a thread
     * threw. Waits a moment for one that is about to end. Empty while it lives, after it was killed through this handle, and for threads that ended well. Whether a
     * process had left the network before it ended is for the registry to say.
     */
    public Optional<WorkerException> failureOf(String workerId) {
        return Optional.ofNullable(workers.get(workerId)).flatMap(LocalWorker::failure);
    }

    /** Kills the supervised workers; twice is harmless. A registry that cannot be reached is logged. */
    @Override
    public synchronized void close() {
        closed = true;
        List<String> supervised = workers.entrySet().stream()
                .filter(worker -> worker.getValue().isSupervised())
                .map(Map.Entry::getKey)
                .toList();
        killEach(supervised, "the handle that started the worker was closed")
                .forEach(failure ->
                        LOG.log(Level.WARNING, "a killed worker could not be taken off the network", failure));
        workers.keySet().removeAll(supervised);
        specs.keySet().removeAll(supervised);
    }
}
