package io.rush.core.table;

import io.rush.api.task.Column;
import io.rush.api.task.TaskTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table as lines of text: a title, the names, and the first and last rows. */
final class TableText {
    private static final int SHOWN_ROWS = 20;
    private static final int SHOWN_AT_EACH_END = SHOWN_ROWS / 2;

    private final TaskTable table;
    private final int[] shown;

    private TableText(TaskTable table) {
        this.table = table;
        int size = table.size();
        this.shown = IntStream.range(0, size)
                .filter(row -> size <= SHOWN_ROWS || row < SHOWN_AT_EACH_END || row >= size - SHOWN_AT_EACH_END)
                .toArray();
    }

    static String of(TaskTable table) {
        return new TableText(table).text();
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        lines.add(counted(table.size(), "row") + " x "
                + counted(table.columnNames().size(), "column"));
        if (shown.length > 0) {
            lines.addAll(lines());
        }
        int leftOut = table.size() - shown.length;
        if (leftOut > 0) {
            lines.add(2 + SHOWN_AT_EACH_END, "… " + counted(leftOut, "row") + " left out …");
        }
        return String.join("\n", lines);
    }

    /** The header and the shown rows. */
    private List<String> lines() {
        List<TextColumn> columns = new ArrayList<>();
        columns.add(TextColumn.ofNumbers(shown));
        for (String name : table.columnNames()) {
            Column column = table.column(name);
            columns.add(TextColumn.of(
                    name, IntStream.of(shown).mapToObj(column::get).toList()));
        }
        return IntStream.rangeClosed(0, shown.length)
                .mapToObj(line -> columns.stream()
                        .map(column -> column.line(line))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .toList();
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
