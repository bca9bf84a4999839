package io.rush.api.log;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;

/**
 * What a worker logged at one moment. Immutable.
 *
 * @param workerId the worker
 * @param time when it was logged, by the clock of Redis
 * @param level {@code ERROR}, {@code WARNING}, {@code INFO}, {@code DEBUG} or {@code TRACE}
 * @param logger name of the logger; empty for the root
 * @param thread name of the thread that logged it
 * @param message the message with its parameters filled in
 * @param throwable what was logged along with it: its stack trace and those of its causes, as text
 */
public record LogEntry(
        String workerId,
        Instant time,
        Level level,
        String logger,
        String thread,
        String message,
        Optional<String> throwable) {
    /** One line, and the lines of the throwable. */
    @Override
    public String toString() {
        String line = time + " " + level + " [" + workerId + "] [" + logger + "] " + message;
        return throwable.map(trace -> line + "\n" + trace.stripTrailing()).orElse(line);
    }
}
