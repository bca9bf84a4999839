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
                    "a network lives on one node; rush does not follow it when its slot moves, and every call fails then",
                    "use a server without cluster mode, or keep the slot of the network where it is");
        }
    }
}
