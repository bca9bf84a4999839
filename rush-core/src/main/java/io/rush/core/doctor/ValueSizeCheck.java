package io.rush.core.doctor;

import io.rush.api.Severity;
import java.util.List;

/** Whether the server takes smaller values than rush sends. */
final class ValueSizeCheck implements Check {
    private static final List<String> LIMITS = List.of("proto-max-bulk-len", "client-query-buffer-limit");

    @Override
    public void look(ServerFacts facts, Findings findings) {
        for (String name : LIMITS) {
            long most = facts.config().number(name, Long.MAX_VALUE);
            if (most < facts.limitBytes()) {
                findings.add(
                        Severity.WARNING,
                        name,
                        most + " bytes, and rush sends values of up to " + facts.limitBytes(),
                        "Redis closes the connection of whoever sends more: the push or the result fails",
                        "raise " + name + ", or lower largeObjectLimitBytes and set a largeObjectDirectory");
            }
        }
    }
}
