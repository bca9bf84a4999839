package io.rush.api;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the network knows of a worker (manual, {@code worker_info}). Times are those of Redis.
 *
 * @param workerId identifies it in its network
 * @param state its state
 * @param kind how a local worker runs; empty for a worker that registered itself and for remote ones
 * @param remote whether it was started by a {@link WorkerScript}, or said so when it registered itself
 * @param hostName name of its machine; empty before its process has spoken to Redis
 * @param processId id of its process; empty before its process has spoken to Redis
 * @param heartbeat how it shows that it is alive; empty without a heartbeat
 * @param started when it registered; empty before
 * @param lastSeen when its last heartbeat came, or when it registered if it has none
 * @param runs name of its function or loop; empty for a worker that registered itself, and before a remote one has its
 *     start arguments
 */
public record WorkerInfo(
        String workerId,
        WorkerState state,
        Optional<WorkerKind> kind,
        boolean remote,
        Optional<String> hostName,
        OptionalLong processId,
        Optional<Heartbeat> heartbeat,
        Optional<Instant> started,
        Optional<Instant> lastSeen,
        Optional<String> runs) {}
