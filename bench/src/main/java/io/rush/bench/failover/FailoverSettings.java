package io.rush.bench.failover;

import io.rush.api.Rush;
import io.rush.api.RushConfig;
import io.rush.api.WorkerKind;
import io.rush.api.WorkerSpec;
import io.rush.it.servers.SentinelServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What fails over, and who works meanwhile.
 *
 * @param store name of the store that everybody uses
 * @param workers how many worker JVMs
 * @param tasks how many tasks are pushed at the start
 * @param replicas how many follow the primary
 * @param downAfter how long the primary may be silent before a sentinel takes it for dead
 * @param cutOff for how long before its death the primary is kept from telling its replicas anything
 */
public record FailoverSettings(
        String store, int workers, int tasks, int replicas, Duration downAfter, Duration cutOff) {
    private static final Duration USUAL_LAG = Duration.ofSeconds(1);

    private static final String NETWORK = "failover";

    /** A handle as users have it. */
    Rush connect(SentinelServers servers) {
        return Rush.connect(RushConfig.builder(NETWORK)
                .redisUrl(url(servers))
                .storeName(store)
                .build());
    }

    private static String url(SentinelServers servers) {
        String addresses = servers.addresses().stream().map(Object::toString).collect(Collectors.joining(","));
        return "redis-sentinel://" + addresses + "?master=" + SentinelServers.MASTER;
    }

    /** Workers in JVMs of their own that leave their traces in a directory. */
    WorkerSpec workers(Path traces) {
        return WorkerSpec.of(ShortTask.class)
                .workers(workers)
                .kind(WorkerKind.PROCESS)
                .constants(Map.of(ShortTask.TRACES, traces.toString()));
    }

    /**
     * How long before its death a primary may have answered what its replicas have not heard: they copy with a delay,
     * which rush cannot help.
     */
    Duration allowedLag() {
        return USUAL_LAG.plus(cutOff);
    }

    /** All of it by name. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("store", store);
        facts.put("workers", workers);
        facts.put("tasks", tasks);
        facts.put("replicas", replicas);
        facts.put("sentinels", SentinelServers.SENTINELS);
        facts.put("quorum", SentinelServers.QUORUM);
        facts.put("down_after_ms", downAfter.toMillis());
        facts.put("failover_timeout_ms", SentinelServers.FAILOVER_TIMEOUT.toMillis());
        facts.put("outage_tolerance_ms", RushConfig.DEFAULT_OUTAGE_TOLERANCE.toMillis());
        facts.put("replicas_cut_off_ms", cutOff.toMillis());
        facts.put("allowed_lag_ms", allowedLag().toMillis());
        return facts;
    }
}
