package io.rush.log.logback;

import ch.qos.logback.classic.Level;

/** Levels of Logback and those of rush. */
final class LogbackLevels {
    private LogbackLevels() {}

    /** What the level of an event is called in rush. */
    static System.Logger.Level of(Level level) {
        return switch (level.toInt()) {
            case Level.ERROR_INT -> System.Logger.Level.ERROR;
            case Level.WARN_INT -> System.Logger.Level.WARNING;
            case Level.INFO_INT -> System.Logger.Level.INFO;
            case Level.DEBUG_INT -> System.Logger.Level.DEBUG;
            default -> System.Logger.Level.TRACE;
        };
    }

    /** The lowest level that must pass for a threshold. */
    static Level lowest(System.Logger.Level threshold) {
        return switch (threshold) {
            case ALL, TRACE -> Level.TRACE;
            case DEBUG -> Level.DEBUG;
            case INFO -> Level.INFO;
            case WARNING -> Level.WARN;
            case ERROR -> Level.ERROR;
            case OFF -> Level.OFF;
        };
    }
}
