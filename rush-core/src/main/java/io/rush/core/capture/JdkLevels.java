package io.rush.core.capture;

import java.util.logging.Level;

/** Levels of {@code java.util.logging} and those of rush. */
final class JdkLevels {
    private JdkLevels() {}

    /** What a level is called in rush; one between two is the lower. */
    static System.Logger.Level of(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return System.Logger.Level.ERROR;
        }
        if (value >= Level.WARNING.intValue()) {
            return System.Logger.Level.WARNING;
        }
        if (value >= Level.INFO.intValue()) {
            return System.Logger.Level.INFO;
        }
        return value >= Level.FINE.intValue() ? System.Logger.Level.DEBUG : System.Logger.Level.TRACE;
    }

    /** The lowest level that must pass for a threshold. */
    static Level lowest(System.Logger.Level threshold) {
        return switch (threshold) {
            case ALL, TRACE -> Level.ALL;
            case DEBUG -> Level.FINE;
            case INFO -> Level.INFO;
            case WARNING -> Level.WARNING;
            case ERROR -> Level.SEVERE;
            case OFF -> Level.OFF;
        };
    }
}
