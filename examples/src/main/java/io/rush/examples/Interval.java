package io.rush.examples;

/** The range of one input. */
record Interval(double lower, double upper) {
    double width() {
        return upper - lower;
    }

    /** The nearest number within. */
    double clamp(double number) {
        return Math.max(lower, Math.min(upper, number));
    }

    /** The number at a share of the way from the lower to the upper end. */
    double at(double share) {
        return lower + share * width();
    }
}
