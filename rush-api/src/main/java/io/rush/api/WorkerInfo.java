package io.rush.api;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the network knows of a worker.
 *
 * @param workerId identifies it in its network
 * @param state its state
 * @param kind how a local worker runs; empty for a worker that registered itself
 * @param hostName name of its machine; empty before it is registered
 * @param processId id of its process; empty before it is registered
 * @param started when it registered, by the clock of Redis; empty before
 */
public record WorkerInfo(
        String workerId,
        WorkerState state,
        Optional<WorkerKind> kind,
        Optional<String> hostName,
        OptionalLong processId,
        Optional<Instant> started) {}
