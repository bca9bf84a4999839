package io.rush.log.logback;

import ch.qos.logback.classic.LoggerContext;
import io.rush.api.log.LogSink;
import io.rush.api.log.LogSource;
import io.rush.api.log.LogTap;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** Captures what is logged by way of SLF4J and Logback. Stateless and thread-safe. */
public final class LogbackSource implements LogSource {
    @Override
    public String name() {
        return "logback";
    }

    /** @throws IllegalStateException if SLF4J has chosen another library */
    @Override
    public LogTap open(LogSink sink) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (factory instanceof LoggerContext context) {
            return LogbackTap.install(context, sink);
        }
        throw new IllegalStateException("SLF4J logs by way of "
                + factory.getClass().getName() + ", not Logback; keep one SLF4J provider on the path");
    }
}
