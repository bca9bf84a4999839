package io.rush.core.doctor;

import io.rush.api.Severity;

/** Whether the server loses patience with scripts. */
final class ScriptTimeCheck implements Check {
    private static final long SHORTEST_MILLIS = 1_000;

    @Override
    public void look(ServerFacts facts, Findings findings) {
        long millis = facts.config().number("lua-time-limit", SHORTEST_MILLIS);
        if (millis > 0 && millis < SHORTEST_MILLIS) {
            findings.add(
                    Severity.WARNING,
                    "lua-time-limit",
                    "scripts count as hanging after " + millis + " ms",
                    "while one runs for longer, as on a busy machine, Redis refuses the calls of all others as BUSY",
                    "set lua-time-limit (busy-reply-threshold) to 5000");
        }
    }
}
