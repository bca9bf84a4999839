package io.rush.bench.report;

import java.util.OptionalDouble;

/**
 * What one round said of one quantity.
 *
 * @param ours what rush did
 * @param floor what the bare client did in the same round, where there is a floor
 */
public record Sample(Quantity quantity, double ours, OptionalDouble floor) {
    /** With a floor. */
    public static Sample of(Quantity quantity, double ours, double floor) {
        return new Sample(quantity, ours, OptionalDouble.of(floor));
    }

    /** Without a floor. */
    public static Sample of(Quantity quantity, double ours) {
        return new Sample(quantity, ours, OptionalDouble.empty());
    }
}
