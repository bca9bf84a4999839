package io.rush.core.doctor;

import io.rush.api.Severity;
import java.util.OptionalDouble;

/** Whether memory is nearly full. */
final class HeadroomCheck implements Check {
    private static final double SCARCE = 0.8;
    private static final double FULL = 0.95;

    @Override
    public void look(ServerFacts facts, Findings findings) {
        OptionalDouble used = facts.info().share("used_memory", "maxmemory");
        used.ifPresent(share -> lookAtLimit(share, findings));
        OptionalDouble ofSystem = facts.info().share("used_memory", "total_system_memory");
        if (used.isEmpty() && ofSystem.orElse(0) > SCARCE) {
            findings.add(
                    Severity.WARNING,
                    "maxmemory",
                    "no maxmemory, and Redis takes " + percent(ofSystem.orElse(0)) + " of the machine's memory",
                    "the system kills Redis when memory is used up, and what was not saved is lost",
                    "set maxmemory below the machine's memory, with maxmemory-policy noeviction, or reset old networks");
        }
    }

    private static void lookAtLimit(double share, Findings findings) {
        if (share > SCARCE) {
            findings.add(
                    share > FULL ? Severity.CRITICAL : Severity.WARNING,
                    "maxmemory",
                    percent(share) + " of maxmemory are used",
                    "when it is used up, Redis refuses what writes: pushes fail, and so do the results of workers",
                    "raise maxmemory, reset old networks, or lower largeObjectLimitBytes so that more goes to files");
        }
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
