package io.rush.core.doctor;

import io.rush.api.ServerReport;
import io.rush.core.script.NetworkStore;
import java.util.List;

/** Looks for what makes a server lose work; see {@link io.rush.api.Server#doctor}. Thread-safe. */
public final class Doctor {
    private static final List<Check> CHECKS = List.of(
            new UnreadFacts(),
            new VersionCheck(),
            new RightsCheck(),
            new EvictionCheck(),
            new HeadroomCheck(),
            new PersistenceCheck(),
            new SnapshotFailureCheck(),
            new ReplicaCheck(),
            new ClusterCheck(),
            new ClientLimitsCheck(),
            new ValueSizeCheck(),
            new ScriptTimeCheck(),
            new ClockCheck());

    private final NetworkStore network;
    private final long limitBytes;

    /** @param limitBytes what rush stores as one value at most */
    public Doctor(NetworkStore network, long limitBytes) {
        this.network = network;
        this.limitBytes = limitBytes;
    }

    public ServerReport examine() {
        return report(new FactReader(network).read(limitBytes));
    }

    static ServerReport report(ServerFacts facts) {
        Findings findings = new Findings();
        CHECKS.forEach(check -> check.look(facts, findings));
        return findings.toReport();
    }
}
