package io.rush.core.doctor;

import io.rush.api.Severity;

/** Whether the server failed to save its data. */
final class SnapshotFailureCheck implements Check {
    private static final String MEND =
            "free space on the server's disk or mend the rights of its directory, look at the"
                    + " server's own log, then send BGSAVE";

    @Override
    public void look(ServerFacts facts, Findings findings) {
        if (facts.info().is("rdb_last_bgsave_status", "err")) {
            boolean goesOn = facts.config().is("stop-writes-on-bgsave-error", "no");
            findings.add(
                    goesOn ? Severity.WARNING : Severity.CRITICAL,
                    "rdb_last_bgsave_status",
                    "the last snapshot failed"
                            + (goesOn ? "" : ", and stop-writes-on-bgsave-error is not known to be off"),
                    goesOn
                            ? "a restart loses what was written since the last snapshot that succeeded"
                            : "Redis then refuses what writes while it has a schedule of snapshots: pushes and results"
                                    + " fail",
                    MEND);
        }
        if (facts.info().is("aof_last_bgrewrite_status", "err")) {
            findings.add(
                    Severity.WARNING,
                    "aof_last_bgrewrite_status",
                    "the last rewrite of the append-only file failed",
                    "the file grows until the disk is full, and then Redis refuses what writes",
                    MEND.replace("BGSAVE", "BGREWRITEAOF"));
        }
    }
}
