package io.rush.core.worker;

import io.rush.api.StopMode;
import io.rush.api.WorkerAwaitOptions;
import io.rush.api.WorkerInfo;
import io.rush.api.WorkerScript;
import io.rush.api.WorkerSpec;
import io.rush.api.WorkerState;
import io.rush.api.Workers;
import io.rush.api.error.ConfigurationException;
import io.rush.api.error.WorkerException;
import io.rush.core.launch.LocalWorkers;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The workers of a network in Redis, and the local ones of one handle. */
public final class NetworkWorkers implements Workers {
    private static final Logger LOG = System.getLogger(NetworkWorkers.class.getName());
    private static final String KILLED = "The worker was killed";

    private final RedisWorkerRegistry registry;
    private final WorkerBook book;
    private final LocalWorkers local;
    private final LostWorkers lost;
    private final LostDetection detection;
    private final RemoteWorkers remote;

    public NetworkWorkers(
            RedisWorkerRegistry registry,
            WorkerBook book,
            LocalWorkers local,
            LostWorkers lost,
            LostDetection detection,
            RemoteWorkers remote) {
        this.registry = registry;
        this.book = book;
        this.local = local;
        this.lost = lost;
        this.detection = detection;
        this.remote = remote;
    }

    @Override
    public List<String> startLocal(WorkerSpec spec) {
        detection.expectWorkers();
        List<String> ids = local.start(spec);
        if (spec.awaitStart()) {
            awaitLocal(ids, spec.startTimeout());
        }
        return ids;
    }

    private void awaitLocal(List<String> ids, Duration timeout) {
        try {
            await(ids, timeout);
        } catch (RuntimeException failure) {
            local.kill(ids, "The worker was killed because the start was given up");
            throw failure;
        }
    }

    @Override
    public List<String> restart(Collection<String> workerIds) {
        return restart(workerIds, spec -> spec);
    }

    @Override
    public List<String> restart(Collection<String> workerIds, boolean supervised) {
        return restart(workerIds, spec -> spec.supervised(supervised));
    }

    private List<String> restart(Collection<String> workerIds, UnaryOperator<WorkerSpec> change) {
        List<String> ids = List.copyOf(new LinkedHashSet<>(workerIds));
        requireLocal(ids);
        detection.expectWorkers();
        Duration patience = local.restart(ids, change);
        awaitLocal(ids, patience);
        return ids;
    }

    private void requireLocal(List<String> ids) {
        for (String id : ids) {
            if (!local.owns(id)) {
                boolean isRemote =
                        infos().stream().anyMatch(info -> info.workerId().equals(id) && info.remote());
                throw new ConfigurationException("worker " + id
                        + (isRemote
                                ? " is remote and cannot be restarted from here; run its script again"
                                : " was not started by this handle, or ended with it, and cannot be restarted by it;"
                                        + " start another one"));
            }
        }
    }

    @Override
    public String workerScript(WorkerScript form) {
        return remote.script(form);
    }

    @Override
    public List<String> startRemote(WorkerSpec spec) {
        detection.expectWorkers();
        List<String> ids = remote.start(spec);
        if (spec.awaitStart()) {
            await(ids, spec.startTimeout());
        }
        return ids;
    }

    @Override
    public void await(int running, WorkerAwaitOptions options) {
        new WorkerAwait(book, new RunningGoal(running), options).await();
    }

    @Override
    public void await(int running, Collection<String> workerIds, WorkerAwaitOptions options) {
        Set<String> ids = new LinkedHashSet<>(workerIds);
        if (running > ids.size()) {
            throw new ConfigurationException("of " + ids.size() + " workers, " + running + " can never run");
        }
        requireKnown(ids);
        WorkerStates states = new WorkerAwait(book, new StartedGoal(running, ids), options).await();
        if (!states.haveStarted(running, ids)) {
            ids.stream().filter(states::isBroken).findFirst().ifPresent(this::throwFailure);
        }
    }

    private void requireKnown(Collection<String> workerIds) {
        WorkerStates states = book.states();
        for (String id : workerIds) {
            if (!states.knows(id)) {
                throw new ConfigurationException(
                        "the network does not know a worker " + id + "; ids are returned by startLocal");
            }
        }
    }

    private void throwFailure(String id) {
        throw local.failureOf(id)
                .orElseGet(() -> new WorkerException(
                        id,
                        "it does not run any more: "
                                + registry.reasonOf(id).orElse("it was killed or lost, or the network was reset"),
                        null));
    }

    @Override
    public void stop(StopMode mode) {
        stop(mode, book.states().live());
    }

    @Override
    public List<String> stop(StopMode mode, Collection<String> workerIds) {
        List<String> ids = List.copyOf(new LinkedHashSet<>(workerIds));
        return mode == StopMode.TERMINATE ? requestTermination(ids) : kill(ids);
    }

    private List<String> requestTermination(List<String> ids) {
        List<Boolean> asked = registry.requestTermination(ids);
        List<String> stopped = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (asked.get(i)) {
                stopped.add(ids.get(i));
            } else {
                LOG.log(Level.WARNING, "worker {0} does not run and was not asked to leave", ids.get(i));
            }
        }
        return stopped;
    }

    private List<String> kill(List<String> ids) {
        Map<String, WorkerInfo> known = infos().stream().collect(Collectors.toMap(WorkerInfo::workerId, info -> info));
        List<String> stopped = new ArrayList<>();
        for (String id : ids) {
            Optional<WorkerInfo> live = Optional.ofNullable(known.get(id)).filter(WorkerStates::isLive);
            if (live.isEmpty()) {
                LOG.log(Level.WARNING, "worker {0} does not run and was not killed", id);
            } else if (!local.owns(id) && live.get().heartbeat().isEmpty()) {
                LOG.log(
                        Level.WARNING,
                        "worker {0} was started by another process, which alone can kill it as it has no heartbeat",
                        id);
            } else {
                stopped.add(id);
            }
        }
        // Those of others are taken off the network, and end when their heartbeat learns of it.
        local.kill(stopped, KILLED);
        return stopped;
    }

    @Override
    public void awaitStopped(Collection<String> workerIds, WorkerAwaitOptions options) {
        new WorkerAwait(book, new StoppedGoal(new LinkedHashSet<>(workerIds)), options).await();
    }

    @Override
    public List<String> detectLost() {
        return lost.detect();
    }

    @Override
    public List<String> detectLost(boolean restartLocal) {
        List<String> ids = detectLost();
        if (restartLocal) {
            restart(ids(WorkerState.LOST).stream().filter(local::owns).toList());
        }
        return ids;
    }

    @Override
    public List<WorkerInfo> infos() {
        List<WorkerInfo> infos = book.infos();
        if (infos.stream().anyMatch(WorkerStates::isLive)) {
            detection.expectWorkers();
        }
        return infos;
    }

    @Override
    public Map<String, WorkerState> states() {
        WorkerStates states = book.states();
        if (!states.live().isEmpty()) {
            detection.expectWorkers();
        }
        return states.byId();
    }
}
