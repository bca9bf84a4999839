package io.rush.core.log;

import io.rush.api.log.LogEntry;
import io.rush.api.log.LogEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;

/**
 * What a worker logged and has not written yet. Immutable.
 *
 * @param nanos when, by {@link System#nanoTime}
 * @param level its level
 * @param logger name of the logger
 * @param thread name of the thread
 * @param message cut off after {@value #LONGEST_MESSAGE} characters
 * @param throwable the stack trace, cut off after {@value #LONGEST_THROWABLE} characters; empty for none
 */
record PendingEntry(long nanos, Level level, String logger, String thread, String message, String throwable) {
    static final int LONGEST_MESSAGE = 16_384;
    static final int LONGEST_THROWABLE = 32_768;

    private static final int LONGEST_NAME = 1_024;

    /** What the calling thread logs now. */
    static PendingEntry of(LogEvent event) {
        return of(
                event.level(),
                event.logger(),
                event.message(),
                event.throwable().map(PendingEntry::trace).orElse(""));
    }

    static PendingEntry of(Level level, String logger, String message, String throwable) {
        return of(level, logger, Thread.currentThread().getName(), message, throwable);
    }

    /** What another JVM logged; as if it had done so now. */
    static PendingEntry of(LogEntry entry) {
        return of(
                entry.level(),
                entry.logger(),
                entry.thread(),
                entry.message(),
                entry.throwable().orElse(""));
    }

    private static PendingEntry of(Level level, String logger, String thread, String message, String throwable) {
        return new PendingEntry(
                System.nanoTime(),
                level,
                cut(logger, LONGEST_NAME),
                cut(thread, LONGEST_NAME),
                cut(message, LONGEST_MESSAGE),
                cut(throwable, LONGEST_THROWABLE));
    }

    /** The stack trace is made by code of the throwable's, which may itself be broken. */
    private static String trace(Throwable throwable) {
        try {
            StringWriter text = new StringWriter();
            throwable.printStackTrace(new PrintWriter(text));
            return text.toString();
        } catch (RuntimeException | StackOverflowError broken) {
            return throwable.getClass().getName() + ", whose stack trace cannot be made: "
                    + broken.getClass().getName();
        }
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest
                ? text
                : text.substring(0, longest) + "… (" + (text.length() - longest) + " more characters)";
    }

    /** As an entry of a worker, for another JVM. */
    LogEntry of(String workerId) {
        return new LogEntry(
                workerId,
                Instant.now(),
                level,
                logger,
                thread,
                message,
                throwable.isEmpty() ? Optional.empty() : Optional.of(throwable));
    }

    /** Characters that it takes. */
    int length() {
        return logger.length() + thread.length() + message.length() + throwable.length();
    }

    /** Whether it is written at once, whatever the buffer holds. */
    boolean isUrgent() {
        return level.getSeverity() >= Level.WARNING.getSeverity();
    }
}
