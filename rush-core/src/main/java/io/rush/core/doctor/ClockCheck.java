package io.rush.core.doctor;

import io.rush.api.Severity;
import java.time.Duration;

/** Whether the clocks of the server and of this machine differ. */
final class ClockCheck implements Check {
    private static final Duration TOLERATED = Duration.ofSeconds(1);
    private static final Duration LARGE = Duration.ofSeconds(30);

    @Override
    public void look(ServerFacts facts, Findings findings) {
        Duration skew = facts.skew().abs();
        if (skew.compareTo(TOLERATED) > 0) {
            findings.add(
                    skew.compareTo(LARGE) > 0 ? Severity.WARNING : Severity.INFO,
                    "clock",
                    "the server's clock is " + skew.toMillis() + " ms "
                            + (facts.skew().isNegative() ? "behind" : "ahead of") + " that of this machine",
                    "rush goes by the server's clock alone; but times in logs of this machine cannot be held against those"
                            + " in Redis, and a clock that is set back or forth makes keys live longer or shorter",
                    "let both machines follow a time server");
        }
    }
}
