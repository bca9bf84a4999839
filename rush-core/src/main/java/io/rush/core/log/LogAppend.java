package io.rush.core.log;

import io.rush.core.script.Arguments;
import io.rush.core.script.NetworkStore;
import io.rush.core.script.Script;
import io.rush.core.task.TaskOwner;

/** Writes entries of one start of a worker to Redis. Thread-safe. */
final class LogAppend {
    private static final long NANOS_PER_MICROSECOND = 1_000;

    private final NetworkStore network;
    private final TaskOwner owner;

    LogAppend(NetworkStore network, TaskOwner owner) {
        this.network = network;
        this.owner = owner;
    }

    /** In one round trip; what is there already is not written again. */
    void write(LogBatch batch) {
        Arguments arguments = new Arguments()
                .add(owner.workerId())
                .add(owner.epoch())
                .add(batch.first())
                .add(NetworkLogs.DEFAULT_LIMIT);
        long now = System.nanoTime();
        for (PendingEntry entry : batch.entries()) {
            arguments
                    .add((now - entry.nanos()) / NANOS_PER_MICROSECOND)
                    .add(entry.level().name())
                    .add(entry.logger())
                    .add(entry.thread())
                    .add(entry.message())
                    .add(entry.throwable());
        }
        network.run(Script.WRITE_LOG, arguments);
    }
}
