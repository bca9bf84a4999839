package io.rush.log.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.rush.api.log.LogEvent;
import io.rush.api.log.LogSink;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;

/** Hands the events of Logback to a sink. */
final class SinkAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private final LogSink sink;

    SinkAppender(LogSink sink) {
        this.sink = sink;
    }

    @Override
    protected void append(ILoggingEvent event) {
        String logger = event.getLoggerName().equals(Logger.ROOT_LOGGER_NAME) ? "" : event.getLoggerName();
        System.Logger.Level level = LogbackLevels.of(event.getLevel());
        if (sink.wants(level, logger)) {
            String message = Objects.toString(event.getFormattedMessage(), "");
            sink.accept(new LogEvent(level, logger, message, throwable(event)));
        }
    }

    private static Optional<Throwable> throwable(ILoggingEvent event) {
        return event.getThrowableProxy() instanceof ThrowableProxy proxy
                ? Optional.of(proxy.getThrowable())
                : Optional.empty();
    }
}
