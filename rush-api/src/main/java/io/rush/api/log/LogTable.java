package io.rush.api.log;

import java.util.List;
import java.util.stream.Stream;

/**
 * An immutable table of what workers logged, in the order in which Redis got it; that of each worker is kept. Thread-safe.
 *
 * @param entries the rows; the list cannot be changed
 */
public record LogTable(List<LogEntry> entries) {
    public LogTable {
        entries = List.copyOf(entries);
    }

    /** Number of rows. */
    public int size() {
        return entries.size();
    }

    /** Whether there is no row. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The rows in order. */
    public Stream<LogEntry> stream() {
        return entries.stream();
    }

    /** The messages of the rows in order. */
    public List<String> messages() {
        return entries.stream().map(LogEntry::message).toList();
    }

    /** The table as text: the last fifty rows at most, of messages and throwables the first line. */
    @Override
    public String toString() {
        return LogText.of(entries);
    }
}
