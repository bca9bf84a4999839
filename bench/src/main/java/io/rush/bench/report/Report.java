package io.rush.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All that was measured in one run.
 *
 * @param facts what the run was: machine, versions, sizes
 * @param lines one for each quantity
 */
public record Report(Map<String, Object> facts, List<Line> lines) {
    /** The lines of one figure from its rounds, each of which speaks of the same quantities in the same order. */
    public static List<Line> lines(String figure, List<List<Sample>> rounds) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rounds.get(0).size(); i++) {
            int quantity = i;
            lines.add(Line.of(
                    figure, rounds.stream().map(round -> round.get(quantity)).toList()));
        }
        return lines;
    }
}
