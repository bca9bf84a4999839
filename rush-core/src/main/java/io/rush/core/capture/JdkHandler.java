package io.rush.core.capture;

import io.rush.api.log.LogEvent;
import io.rush.api.log.LogSink;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Hands records of {@code java.util.logging} to a sink. */
final class JdkHandler extends Handler {
    private static final Formatter MESSAGES = new SimpleFormatter();

    private final LogSink sink;

    JdkHandler(LogSink sink) {
        this.sink = sink;
    }

    @Override
    public void publish(LogRecord entry) {
        try {
            String logger = Objects.toString(entry.getLoggerName(), "");
            System.Logger.Level level = JdkLevels.of(entry.getLevel());
            if (sink.wants(level, logger)) {
                String message = Objects.toString(MESSAGES.formatMessage(entry), "");
                sink.accept(new LogEvent(level, logger, message, Optional.ofNullable(entry.getThrown())));
            }
        } catch (RuntimeException broken) {
            reportError(null, broken, ErrorManager.FORMAT_FAILURE);
        }
    }

    @Override
    public void flush() {
        // The destination decides when it writes.
    }

    @Override
    public void close() {
        // The tap removes the handler; a reset of the logging system leaves it without records.
    }
}
