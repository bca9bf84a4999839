package io.rush.core.capture;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;

/** Which events of which loggers a worker wants. Immutable. */
final class Thresholds {
    /** Loggers of rush itself: heard from {@link #OWN_LEVEL} on unless they are named. */
    private static final List<String> OWN =
            List.of("io.rush.api", "io.rush.core", "io.rush.embedded", "io.rush.log", "io.rush.loop", "io.rush.store");

    /** Loggers that the writing of a log sets going, which would never end; and that which prints what others logged. */
    private static final List<String> NEVER =
            List.of("io.lettuce", "io.netty", "io.rush.logs", "org.apache.commons.pool2", "redis.clients");

    private static final Level OWN_LEVEL = Level.WARNING;

    private final Map<String, Level> levels;

    Thresholds(Map<String, Level> levels) {
        this.levels = levels;
    }

    Map<String, Level> levels() {
        return levels;
    }

    boolean pass(Level level, String logger) {
        String name = longestThatFits(logger);
        Level threshold = levels.getOrDefault(name, Level.OFF);
        return level.getSeverity() >= threshold.getSeverity()
                && NEVER.stream().noneMatch(prefix -> isAtOrBelow(logger, prefix))
                && (level.getSeverity() >= OWN_LEVEL.getSeverity() || !isOwn(logger) || isOwn(name));
    }

    private static boolean isOwn(String logger) {
        return logger.equals("io.rush") || OWN.stream().anyMatch(prefix -> isAtOrBelow(logger, prefix));
    }

    private static boolean isAtOrBelow(String logger, String prefix) {
        return logger.startsWith(prefix)
                && (logger.length() == prefix.length() || logger.charAt(prefix.length()) == '.');
    }

    private String longestThatFits(String logger) {
        String name = logger;
        while (!name.isEmpty() && !levels.containsKey(name)) {
            name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        }
        return name;
    }
}
