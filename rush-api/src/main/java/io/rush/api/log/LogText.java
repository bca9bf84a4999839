package io.rush.api.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of log entries as lines of text. */
final class LogText {
    private static final int SHOWN_ROWS = 50;
    private static final int WIDEST = 100;

    private LogText() {}

    static String of(List<LogEntry> entries) {
        List<LogEntry> shown = entries.subList(Math.max(0, entries.size() - SHOWN_ROWS), entries.size());
        List<String> lines = new ArrayList<>();
        lines.add(entries.size() + (entries.size() == 1 ? " entry" : " entries"));
        if (shown.size() < entries.size()) {
            lines.add("… the last " + shown.size() + " of them:");
        }
        if (!shown.isEmpty()) {
            lines.addAll(lines(columns(shown)));
        }
        return String.join("\n", lines);
    }

    private static List<List<String>> columns(List<LogEntry> entries) {
        return List.of(
                column("worker", entries, LogEntry::workerId),
                column("time", entries, entry -> entry.time().toString()),
                column("level", entries, entry -> entry.level().toString()),
                column("logger", entries, LogEntry::logger),
                column("message", entries, LogEntry::message),
                column("throwable", entries, entry -> entry.throwable().orElse("")));
    }

    /** A name and values, all of the same width. */
    private static List<String> column(String name, List<LogEntry> entries, Function<LogEntry, String> value) {
        List<String> cells = new ArrayList<>(List.of(name));
        entries.forEach(entry -> cells.add(firstLine(value.apply(entry))));
        int width = cells.stream().mapToInt(String::length).max().orElse(0);
        return cells.stream()
                .map(cell -> cell + " ".repeat(width - cell.length()))
                .toList();
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        boolean isCut =
                line.length() > WIDEST || line.length() < text.stripTrailing().length();
        return isCut ? line.substring(0, Math.min(line.length(), WIDEST)) + "…" : line;
    }

    private static List<String> lines(List<List<String>> columns) {
        return IntStream.range(0, columns.get(0).size())
                .mapToObj(line -> columns.stream()
                        .map(column -> column.get(line))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .toList();
    }
}
