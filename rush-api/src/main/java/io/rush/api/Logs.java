package io.rush.api;

import io.rush.api.log.LogEntry;
import io.rush.api.log.LogFilter;
import io.rush.api.log.LogFollower;
import io.rush.api.log.LogTable;
import java.util.function.Consumer;

/**
 * What the workers of a network log, as far as their thresholds let it through ({@link WorkerSpec#logThresholds}); without
 * thresholds nothing is. Thread-safe.
 *
 * <p>The log is bounded: the network keeps the last {@link #limit()} entries of all workers together. A worker writes in
 * the background: a log that cannot be written never fails a task and never holds one up. While Redis is away it keeps
 * its last {@value io.rush.api.log.LogSettings#MOST_BUFFERED} entries, and says afterwards how many it dropped. A worker
 * that is killed loses what it has not written yet.
 */
public interface Logs {
    /** How many entries the log keeps where nobody says otherwise. */
    int DEFAULT_LIMIT = 10_000;

    /** The name of the logger that {@link #printNew} prints with. */
    String PRINT_LOGGER = "io.rush.logs";

    /** The whole log (manual, {@code read_log}). */
    default LogTable read() {
        return read(LogFilter.all());
    }

    /** The entries that a filter accepts. */
    LogTable read(LogFilter filter);

    /**
     * Logs what came in since this handle printed last, at first everything, in this process (manual, {@code
     * print_log}): each entry once, at its own level, by the {@link System.Logger} named {@value #PRINT_LOGGER}. Whether
     * an entry is to be seen is for the configuration of that logger to say.
     *
     * @return number of the entries
     */
    int printNew();

    /**
     * Hands over what comes in from now on, as it comes in. After a lost connection it goes on where it was. Ends
     * with the handle.
     *
     * @param listener called with one entry after the other, on a thread of its own; an exception of the listener is
     *     logged here, and what the listener logs never goes to Redis
     */
    LogFollower follow(Consumer<LogEntry> listener);

    /** How many entries the log keeps. */
    int limit();

    /**
     * Sets how many entries the log keeps, and drops the oldest beyond that; a reset forgets it.
     *
     * @throws io.rush.api.error.ConfigurationException if it is less than 1
     */
    void limit(int entries);

    /** Deletes all entries. */
    void clear();
}
