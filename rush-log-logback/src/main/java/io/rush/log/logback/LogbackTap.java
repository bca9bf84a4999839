package io.rush.log.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.rush.api.log.LogSink;
import io.rush.api.log.LogTap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** An appender at the root of a Logback context. Loggers that are not additive are not heard. */
final class LogbackTap implements LogTap {
    private final LoggerContext context;
    private final SinkAppender appender;

    /** The levels that changed loggers had, by name; the root has the empty one. */
    private final Map<String, Optional<Level>> originals = new HashMap<>();

    private LogbackTap(LoggerContext context, SinkAppender appender) {
        this.context = context;
        this.appender = appender;
    }

    static LogbackTap install(LoggerContext context, LogSink sink) {
        SinkAppender appender = new SinkAppender(sink);
        appender.setContext(context);
        appender.start();
        LogbackTap tap = new LogbackTap(context, appender);
        tap.logger("").addAppender(appender);
        return tap;
    }

    private Logger logger(String name) {
        return context.getLogger(name.isEmpty() ? org.slf4j.Logger.ROOT_LOGGER_NAME : name);
    }

    /** Parents come first, as a logger without a level has theirs. */
    @Override
    public void levels(Map<String, System.Logger.Level> thresholds) {
        TreeSet<String> names = new TreeSet<>(thresholds.keySet());
        names.addAll(originals.keySet());
        for (String name : names) {
            Logger logger = logger(name);
            Optional<Level> original =
                    originals.computeIfAbsent(name, changed -> Optional.ofNullable(logger.getLevel()));
            Level wanted = LogbackLevels.lowest(thresholds.getOrDefault(name, System.Logger.Level.OFF));
            boolean passes = original.orElseGet(() -> inherited(name)).toInt() <= wanted.toInt();
            logger.setLevel(passes ? original.orElse(null) : wanted);
        }
    }

    private Level inherited(String name) {
        String parent = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        return parent.isEmpty() ? logger("").getLevel() : logger(parent).getEffectiveLevel();
    }

    @Override
    public void close() {
        logger("").detachAppender(appender);
        appender.stop();
        originals.forEach((name, original) -> logger(name).setLevel(original.orElse(null)));
        originals.clear();
    }
}
