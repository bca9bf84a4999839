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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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
        WorkerKind kind = spec.kind();
        WorkerLauncher launcher = kind == WorkerKind.THREAD ? threads : processes;
        launcher.validate(spec);
        byte[] json = StartArguments.of(spec).encode(codec);
        StartArguments arguments = StartArguments.decode(json, codec);
        byte[] announced = registry.outsource(json);
        List<String> ids = WorkerIds.draw(spec.workers());
        try {
            ids.forEach(id -> registry.announce(id, kind, announced));
            ids.forEach(id -> workers.put(id, launcher.launch(id, spec, arguments, losses)));
            return ids;
        } catch (RuntimeException | Error failure) {
            takeBack(ids, failure);
            throw failure;
        }
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
        return workers.containsKey(workerId);
    }

    /** Whether the process or thread of a worker that this handle launched has ended. */
    public boolean hasEnded(String workerId) {
        LocalWorker worker = workers.get(workerId);
        return worker != null && worker.hasEnded();
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
    }
}
