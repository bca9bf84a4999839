package io.rush.bench.report;

import java.util.List;

/** The values of several rounds. */
public record Series(List<Double> values) {
    public Series {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a series needs a value");
        }
        values = List.copyOf(values);
    }

    /** The middle one, or the mean of the two in the middle. */
    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    double min() {
        return values.stream().min(Double::compare).orElseThrow();
    }

    double max() {
        return values.stream().max(Double::compare).orElseThrow();
    }

    /** The median and, where there were several rounds, the least and the greatest. */
    @Override
    public String toString() {
        String middle = Numbers.text(median());
        return values.size() == 1 ? middle : middle + " (" + Numbers.text(min()) + ".." + Numbers.text(max()) + ")";
    }
}
