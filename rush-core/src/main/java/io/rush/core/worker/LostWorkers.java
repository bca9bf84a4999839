package io.rush.core.worker;

import io.rush.api.WorkerInfo;
import io.rush.api.WorkerState;
import io.rush.core.launch.LocalWorkers;
import java.time.Instant;
import java.util.List;

/** Finds workers on this machine whose process has ended, and settles what departed workers left behind. Thread-safe. */
final class LostWorkers {
    private static final long CLOCK_TOLERANCE_SECONDS = 5;

    private final RedisWorkerRegistry registry;
    private final WorkerBook book;
    private final LocalWorkers local;
    private final String host = HostName.own();

    LostWorkers(RedisWorkerRegistry registry, WorkerBook book, LocalWorkers local) {
        this.registry = registry;
        this.book = book;
        this.local = local;
    }

    /** Declares them lost; returns their ids. */
    List<String> detect() {
        registry.unsettled().forEach(registry::settleDeparted);
        return book.infos().stream()
                .filter(info -> isLive(info) && hasEnded(info))
                .map(WorkerInfo::workerId)
                .filter(id -> registry.depart(
                        id, WorkerState.LOST, "The worker has crashed or was killed: its process has ended"))
                .toList();
    }

    private static boolean isLive(WorkerInfo info) {
        return info.state() == WorkerState.PRE || info.state() == WorkerState.RUNNING;
    }

    private boolean hasEnded(WorkerInfo info) {
        if (local.owns(info.workerId())) {
            return local.hasEnded(info.workerId());
        }
        return info.state() == WorkerState.RUNNING
                && info.hostName().filter(host::equals).isPresent()
                && !isAlive(info.processId().orElseThrow(), info.started().orElseThrow());
    }

    /** Whether the process that registered still lives; another process may have got its id since. */
    private static boolean isAlive(long processId, Instant registered) {
        return ProcessHandle.of(processId)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().startInstant())
                .map(started -> started.isBefore(registered.plusSeconds(CLOCK_TOLERANCE_SECONDS)))
                .orElse(false);
    }
}
