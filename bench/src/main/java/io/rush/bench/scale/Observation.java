package io.rush.bench.scale;

/**
 * What a simulation showed in its steady state.
 *
 * @param rate finished tasks per second
 * @param share processor time of Redis per time on the wall, 0 to 1
 * @param medianMicros median time in which a worker handed in a result and got the next task
 * @param slowMicros the same, for the slowest in a hundred
 */
record Observation(double rate, double share, double medianMicros, double slowMicros) {
    private static final double MICROS_A_SECOND = 1e6;

    /** Processor time of Redis per finished task. */
    double microsPerTask() {
        return share / rate * MICROS_A_SECOND;
    }
}
