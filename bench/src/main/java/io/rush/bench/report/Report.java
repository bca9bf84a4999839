package io.rush.bench.report;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Prints facts, table and a remark on what stands there. */
    public void print(PrintStream out, String remark) {
        facts.forEach((name, value) -> out.println(name + ": " + value));
        out.println();
        out.println(MarkdownTable.of(lines));
        out.println();
        out.println(remark);
    }

    /** Writes it as JSON and says where. */
    public void write(PrintStream out, Path file) {
        Path whole = file.toAbsolutePath();
        try {
            Files.createDirectories(whole.getParent());
            Files.writeString(whole, JsonText.of(this));
            out.println("As JSON, with the value of every round: " + whole);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
