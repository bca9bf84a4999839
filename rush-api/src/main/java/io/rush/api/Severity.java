package io.rush.api;

/** How much a {@link ServerFinding} matters; in ascending order. */
public enum Severity {
    /** Worth knowing; nothing is lost by it. */
    INFO,
    /** Loses work, or stops it, once something else happens. */
    WARNING,
    /** Loses work, or keeps rush from working, now. */
    CRITICAL
}
