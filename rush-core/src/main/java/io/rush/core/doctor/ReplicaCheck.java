package io.rush.core.doctor;

import io.rush.api.Severity;

/** Whether this is the wrong server of several, or its copies are of no use. */
final class ReplicaCheck implements Check {
    @Override
    public void look(ServerFacts facts, Findings findings) {
        if (facts.info().is("role", "slave")) {
            lookAtReplica(facts, findings);
        } else {
            lookAtMaster(facts, findings);
        }
    }

    private static void lookAtReplica(ServerFacts facts, Findings findings) {
        boolean readOnly = facts.info().is("slave_read_only", "1");
        findings.add(
                Severity.CRITICAL,
                "role",
                "the server is a replica" + (readOnly ? " that is read only" : " that takes writes"),
                readOnly
                        ? "every push and every result is refused"
                        : "what is written here is dropped when the replica copies its master the next time",
                "connect to the master");
    }

    private static void lookAtMaster(ServerFacts facts, Findings findings) {
        long replicas = facts.info().number("connected_slaves", 0);
        long wanted = facts.config().number("min-replicas-to-write", 0);
        if (wanted > facts.info().number("min_slaves_good_slaves", replicas)) {
            findings.add(
                    Severity.CRITICAL,
                    "min-replicas-to-write",
                    wanted + ", and fewer replicas are connected and up to date",
                    "Redis refuses what writes until they are: pushes and results fail",
                    "mend the replicas, or lower min-replicas-to-write");
        }
        if (replicas > 0) {
            findings.add(
                    Severity.INFO,
                    "replicas",
                    replicas + " replicas, which are written to after Redis has answered",
                    "when a replica takes over, the last moments of work may be lost: tasks may run again, results miss",
                    "nothing, if that is acceptable; min-replicas-to-write makes the window smaller");
        }
    }
}
