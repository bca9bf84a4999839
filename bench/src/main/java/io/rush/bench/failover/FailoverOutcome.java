package io.rush.bench.failover;

import io.rush.bench.report.Sample;
import java.util.List;

/**
 * What a round said.
 *
 * @param samples its numbers
 * @param complaints what must not happen and did, a sentence each
 */
public record FailoverOutcome(List<Sample> samples, List<String> complaints) {
    static FailoverOutcome of(Aftermath aftermath, FailoverSettings settings) {
        return new FailoverOutcome(FailoverSamples.of(aftermath), Verdict.complaints(aftermath, settings.allowedLag()));
    }
}
