package io.rush.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One quantity over all rounds: a line of the report.
 *
 * @param figure name of the figure it belongs to
 * @param ours the value of each round
 * @param floor that of the floor in the same rounds
 */
public record Line(String figure, Quantity quantity, Series ours, Optional<Series> floor) {
    /** Puts together what the rounds said of one quantity. */
    static Line of(String figure, List<Sample> rounds) {
        Series ours = new Series(rounds.stream().map(Sample::ours).toList());
        List<Double> floors =
                rounds.stream().flatMap(round -> round.floor().stream().boxed()).toList();
        return new Line(
                figure,
                rounds.get(0).quantity(),
                ours,
                floors.isEmpty() ? Optional.empty() : Optional.of(new Series(floors)));
    }

    /** Ours over the floor, round by round. */
    public Optional<Series> ratio() {
        return floor.map(bare -> {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < bare.values().size(); i++) {
                ratios.add(ours.values().get(i) / bare.values().get(i));
            }
            return new Series(ratios);
        });
    }

    /** Whether the median reaches the bar; empty where there is none. */
    public Optional<Boolean> isMet() {
        Bar bar = quantity.bar();
        if (bar.kind() == Bar.Kind.NONE) {
            return Optional.empty();
        }
        Optional<Series> judged = bar.isForTheRatio() ? ratio() : Optional.of(ours);
        return judged.map(series -> bar.isMetBy(series.median()));
    }
}
