package io.rush.core.doctor;

import io.rush.api.Severity;
import java.util.Optional;

/** Whether the server keeps its data over a restart. */
final class PersistenceCheck implements Check {
    private static final String SUBJECT = "persistence";
    private static final String MEND = "set appendonly yes, with appendfsync everysec";

    @Override
    public void look(ServerFacts facts, Findings findings) {
        if (facts.info().is("aof_enabled", "1")) {
            lookAtLog(facts, findings);
        } else if (facts.info().is("aof_enabled", "0")) {
            lookAtSnapshots(facts.config().text("save"), findings);
        }
    }

    private static void lookAtLog(ServerFacts facts, Findings findings) {
        if (facts.config().is("appendfsync", "no")) {
            findings.add(
                    Severity.WARNING,
                    "appendfsync",
                    "no",
                    "the system decides when the log reaches the disk: a power failure loses up to half a minute of work",
                    "set appendfsync everysec");
        }
        if (!facts.info().is("aof_last_write_status", "ok")) {
            findings.add(
                    Severity.CRITICAL,
                    "aof_last_write_status",
                    facts.info().text("aof_last_write_status").orElse("unknown"),
                    "the log cannot be written: Redis refuses what writes, and a restart loses what is not in the log",
                    "free space on the server's disk, and look at the server's own log");
        }
    }

    private static void lookAtSnapshots(Optional<String> schedule, Findings findings) {
        if (schedule.isEmpty()) {
            findings.add(
                    Severity.INFO,
                    SUBJECT,
                    "there is no append-only file, and whether snapshots are saved cannot be read",
                    "a restart loses what was written since the last snapshot, or everything",
                    MEND + ", or look up the schedule where the server is run");
        } else if (schedule.get().isBlank()) {
            findings.add(
                    Severity.WARNING,
                    SUBJECT,
                    "neither an append-only file nor snapshots",
                    "a restart of the server loses all tasks and results",
                    MEND + ", or set a snapshot schedule with server().snapshotSchedule");
        } else {
            findings.add(
                    Severity.INFO,
                    SUBJECT,
                    "snapshots alone, by the schedule '" + schedule.get() + "'",
                    "a crash of the server loses what was written since the last snapshot",
                    MEND + " if that is too much");
        }
    }
}
