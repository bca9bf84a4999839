package io.rush.core.doctor;

import io.rush.api.Severity;
import java.util.Optional;
import java.util.OptionalDouble;

/** Whether the server cuts off clients, or takes no more of them. */
final class ClientLimitsCheck implements Check {
    private static final double SCARCE = 0.8;

    /** A page of the archive is a thousand tasks; much less than this cuts off the reader of ordinary ones. */
    private static final long SMALLEST_BUFFER = 64L * 1024 * 1024;

    @Override
    public void look(ServerFacts facts, Findings findings) {
        lookAtIdleClients(facts, findings);
        lookAtBuffers(facts, findings);
        OptionalDouble clients = facts.info().share("connected_clients", "maxclients");
        if (clients.orElse(0) > SCARCE) {
            findings.add(
                    Severity.WARNING,
                    "maxclients",
                    facts.info().number("connected_clients", 0) + " of "
                            + facts.info().number("maxclients", 0) + " connections are taken",
                    "workers that find none cannot start, and those that lose theirs are declared lost",
                    "raise maxclients, or close what is not used");
        }
    }

    private static void lookAtIdleClients(ServerFacts facts, Findings findings) {
        long timeout = facts.config().number("timeout", 0);
        if (timeout > 0) {
            findings.add(
                    Severity.WARNING,
                    "timeout",
                    "connections that are idle for " + timeout + " seconds are closed",
                    "a worker that evaluates for longer finds its connection closed when it hands in the result",
                    "set timeout to 0; tcp-keepalive finds connections that are dead");
        }
        if (facts.config().is("tcp-keepalive", "0")) {
            findings.add(
                    Severity.INFO,
                    "tcp-keepalive",
                    "dead connections are not looked for",
                    "connections of machines that vanished stay open until maxclients is reached",
                    "set tcp-keepalive to 300");
        }
    }

    private static void lookAtBuffers(ServerFacts facts, Findings findings) {
        hardLimit(facts, "normal")
                .filter(bytes -> bytes > 0 && bytes < SMALLEST_BUFFER)
                .ifPresent(bytes -> findings.add(
                        Severity.WARNING,
                        "client-output-buffer-limit",
                        "clients are cut off when an answer is larger than " + bytes + " bytes",
                        "whoever reads many tasks at once, as every archive does, loses its connection each time",
                        "set client-output-buffer-limit normal 0 0 0"));
        hardLimit(facts, "pubsub")
                .filter(bytes -> bytes > 0 && bytes < SMALLEST_BUFFER / 64)
                .ifPresent(bytes -> findings.add(
                        Severity.INFO,
                        "client-output-buffer-limit",
                        "subscribers are cut off when " + bytes + " bytes wait for them",
                        "a listener that is slow misses messages until it has subscribed again",
                        "set client-output-buffer-limit pubsub 32mb 8mb 60"));
    }

    /** The setting reads {@code normal 0 0 0 slave 268435456 67108864 60 pubsub 33554432 8388608 60}. */
    private static Optional<Long> hardLimit(ServerFacts facts, String kind) {
        String[] words =
                facts.config().text("client-output-buffer-limit").orElse("").split(" ", -1);
        for (int i = 0; i + 1 < words.length; i++) {
            if (words[i].equals(kind)) {
                return Optional.of(Long.parseLong(words[i + 1]));
            }
        }
        return Optional.empty();
    }
}
