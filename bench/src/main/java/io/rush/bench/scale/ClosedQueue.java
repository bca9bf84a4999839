package io.rush.bench.scale;

/**
 * The textbook model of a shared server: so many customers, each of which thinks, then queues for the one server, then
 * thinks again. Solved by mean value analysis (Reiser and Lavenberg 1980).
 *
 * @param serviceMicros processor time of the server per visit
 * @param thinkMicros time between two visits of a customer
 */
record ClosedQueue(double serviceMicros, double thinkMicros) {
    private static final double MICROS_A_SECOND = 1e6;

    /**
     * What the model says.
     *
     * @param rate visits per second
     * @param share share of the time that the server is busy, 0 to 1
     * @param responseMicros time from the arrival of a visit to its end
     */
    record Prediction(double rate, double share, double responseMicros) {}

    /** The steady state with so many customers. */
    Prediction with(int customers) {
        double queued = 0;
        double response = serviceMicros;
        double perMicro = 0;
        for (int n = 1; n <= customers; n++) {
            response = serviceMicros * (1 + queued);
            perMicro = n / (thinkMicros + response);
            queued = perMicro * response;
        }
        return new Prediction(perMicro * MICROS_A_SECOND, perMicro * serviceMicros, response);
    }
}
