package io.rush.api.log;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/**
 * Which entries of the log to read. Immutable; each method returns a changed copy.
 *
 * @param workerIds workers whose entries are read; empty for all
 * @param level the lowest level that is read
 * @param since entries logged before that moment are left out
 */
public record LogFilter(Set<String> workerIds, Level level, Instant since) {
    public LogFilter {
        workerIds = Set.copyOf(workerIds);
    }

    /** Everything. */
    public static LogFilter all() {
        return new LogFilter(Set.of(), Level.ALL, Instant.EPOCH);
    }

    /** Of these workers alone; of all if there are none. */
    public LogFilter workers(Collection<String> ids) {
        return new LogFilter(Set.copyOf(ids), level, since);
    }

    /** At this level or above. */
    public LogFilter atLeast(Level lowest) {
        return new LogFilter(workerIds, lowest, since);
    }

    /** Logged at this moment or later, by the clock of Redis. */
    public LogFilter since(Instant moment) {
        return new LogFilter(workerIds, level, moment);
    }

    /** Whether an entry is read. */
    public boolean accepts(LogEntry entry) {
        return (workerIds.isEmpty() || workerIds.contains(entry.workerId()))
                && entry.level().getSeverity() >= level.getSeverity()
                && !entry.time().isBefore(since);
    }
}
