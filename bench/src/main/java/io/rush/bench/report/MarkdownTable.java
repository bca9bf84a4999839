package io.rush.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The lines of a report as a table that reads well in a terminal and in a page of documentation. */
public final class MarkdownTable {
    private static final List<String> HEAD =
            List.of("figure", "quantity", "unit", "rush", "floor", "ratio", "the floor is", "bar", "met");

    private MarkdownTable() {}

    /** The table, a line a row. */
    public static String of(List<Line> lines) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        lines.forEach(line -> rows.add(row(line)));
        List<Integer> widths = IntStream.range(0, HEAD.size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        rows.add(1, widths.stream().map("-"::repeat).toList());
        return rows.stream().map(row -> padded(row, widths)).collect(Collectors.joining("\n"));
    }

    private static List<String> row(Line line) {
        return List.of(
                line.figure(),
                line.quantity().name(),
                line.quantity().unit(),
                line.ours().toString(),
                line.floor().map(Series::toString).orElse(""),
                line.ratio().map(Series::toString).orElse(""),
                line.quantity().beside(),
                line.quantity().bar().toString(),
                line.isMet().map(met -> met ? "yes" : "NO").orElse(""));
    }

    private static String padded(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column)
                        + " ".repeat(widths.get(column) - row.get(column).length()))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
