package io.rush.bench.failover;

import io.rush.bench.report.Sample;
import java.util.List;

/**
 * What a round said. Where the sentinels failed over once more by themselves, as they do on a machine that is too busy to
 * answer them, there are no complaints: the living primary that they replaced took results until it knew.
 *
 * @param samples its numbers
 * @param complaints what must not happen and did, a sentence each
 */
public record FailoverOutcome(List<Sample> samples, List<String> complaints) {
    static FailoverOutcome of(Aftermath aftermath, FailoverSettings settings) {
        List<String> complaints =
                aftermath.failedOverAgain() ? List.of() : Verdict.complaints(aftermath, settings.allowedLag());
        return new FailoverOutcome(FailoverSamples.of(aftermath), complaints);
    }
}
