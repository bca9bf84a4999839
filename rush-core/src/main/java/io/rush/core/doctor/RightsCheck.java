package io.rush.core.doctor;

import io.rush.api.Severity;

/** Whether the user of the connection lacks rights. */
final class RightsCheck implements Check {
    @Override
    public void look(ServerFacts facts, Findings findings) {
        facts.rights()
                .failure()
                .ifPresent(
                        words -> findings.add(
                                Severity.CRITICAL,
                                "scripts",
                                "scripts cannot be run: " + words,
                                "rush does everything by scripts, so that no crash leaves a task half moved; none works then",
                                "allow EVAL and EVALSHA on the keys ~rush:*, and reach the server that holds the network's slot"));
        if (!facts.rights().refused().isEmpty()) {
            findings.add(
                    Severity.CRITICAL,
                    "ACL",
                    "the user of the connection may not send "
                            + String.join(", ", facts.rights().refused()) + " on keys of the network",
                    "a script that meets a refused command ends half-way: a task may leave one place and reach no other",
                    "grant them with ACL SETUSER on the keys ~rush:*, or do not rename or disable them");
        }
    }
}
