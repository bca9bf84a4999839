package io.rush.it.model;

import io.rush.api.RushWorker;
import java.util.LinkedHashSet;
import java.util.Set;

/** One start of a worker: its handle, how it should stand, and which tasks its handle was given. */
final class WorkerStart {
    enum Standing {
        RUNNING,
        TERMINATING,
        GONE
    }

    final String id;
    final RushWorker handle;
    final Set<String> held = new LinkedHashSet<>();
    Standing standing = Standing.RUNNING;

    WorkerStart(String id, RushWorker handle) {
        this.id = id;
        this.handle = handle;
    }

    boolean isGone() {
        return standing == Standing.GONE;
    }

    @Override
    public String toString() {
        return id + " " + standing;
    }
}
