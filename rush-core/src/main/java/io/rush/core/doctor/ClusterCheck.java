package io.rush.core.doctor;

import io.rush.api.Severity;

/** Whether the server is a node of a cluster. */
final class ClusterCheck implements Check {
    @Override
    public void look(ServerFacts facts, Findings findings) {
        if (facts.info().is("cluster_enabled", "1")) {
            findings.add(
                    Severity.WARNING,
                    "cluster_enabled",
                    "the server is a node of a cluster",
                    "a network lives on one node; while its slot is moved to another one its scripts wait, and fail when"
                            + " that takes longer than the tolerance of outages",
                    "connect by redis-cluster://, so that the network is followed, and move its slot when it rests");
        }
    }
}
