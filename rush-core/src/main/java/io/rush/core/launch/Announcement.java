package io.rush.core.launch;

import io.rush.api.Heartbeat;
import io.rush.api.ValueCodec;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.core.workload.StartArguments;
import java.time.Duration;
import java.util.Optional;

/**
 * What the network is told of workers that are about to start. Immutable by contract: nobody changes the bytes.
 *
 * @param kind where they run
 * @param start start arguments, as JSON
 * @param runs name of what they run
 * @param heartbeat how they show that they are alive
 * @param patience how long it may take until the first heartbeat
 * @param anew whether they were started before
 */
@SuppressWarnings("ArrayRecordComponent")
public record Announcement(
        WorkerKind kind, byte[] start, String runs, Optional<Heartbeat> heartbeat, Duration patience, boolean anew) {
    static Announcement of(WorkerSpec spec, ValueCodec codec, boolean anew) {
        StartArguments arguments = StartArguments.of(spec);
        return new Announcement(
                spec.kind(), arguments.encode(codec), arguments.runs(), spec.heartbeat(), spec.startTimeout(), anew);
    }

    /** The same with start arguments in the form in which they are announced. */
    Announcement outsourced(WorkerRegistry registry) {
        return new Announcement(kind, registry.outsource(start), runs, heartbeat, patience, anew);
    }
}
