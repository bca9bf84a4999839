package io.rush.core.doctor;

import io.rush.api.Severity;

/** Whether the server drops keys when its memory is full. */
final class EvictionCheck implements Check {
    private static final String SUBJECT = "maxmemory-policy";
    private static final String MEND = "set maxmemory-policy to noeviction";

    @Override
    public void look(ServerFacts facts, Findings findings) {
        String policy = facts.info().text("maxmemory_policy").orElse("noeviction");
        boolean limited = facts.info().number("maxmemory", 0) > 0;
        if (policy.startsWith("allkeys")) {
            findings.add(
                    limited ? Severity.CRITICAL : Severity.WARNING,
                    SUBJECT,
                    policy + (limited ? "" : ", with no maxmemory as yet"),
                    "when memory is full, Redis drops any key: tasks, queues and results vanish without a word",
                    MEND);
        } else if (!policy.equals("noeviction")) {
            findings.add(
                    limited ? Severity.WARNING : Severity.INFO,
                    SUBJECT,
                    policy + (limited ? "" : ", with no maxmemory as yet"),
                    "when memory is full, Redis drops keys that expire: those by which workers are woken and observed",
                    MEND);
        }
        if (facts.info().number("evicted_keys", 0) > 0) {
            findings.add(
                    Severity.CRITICAL,
                    "evicted_keys",
                    facts.info().number("evicted_keys", 0) + " keys were dropped since the server started",
                    "tasks or results may be among them",
                    MEND + ", give the server more memory, and push again what is missing");
        }
    }
}
