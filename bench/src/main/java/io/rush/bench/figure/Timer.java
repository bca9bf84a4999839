package io.rush.bench.figure;

import io.rush.bench.report.Series;
import java.util.ArrayList;
import java.util.List;

/** Times of things done again and again, in microseconds. Not thread-safe. */
final class Timer {
    private static final double NANOS_A_MICRO = 1e3;

    private final List<Double> times = new ArrayList<>();

    /** Does something and keeps its time. */
    void time(Runnable work) {
        times.add(micros(work));
    }

    /** Keeps a time that was taken otherwise. */
    void addNanos(long nanos) {
        times.add(nanos / NANOS_A_MICRO);
    }

    double median() {
        return new Series(times).median();
    }

    /** How long something takes. */
    static double micros(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / NANOS_A_MICRO;
    }
}
