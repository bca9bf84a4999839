package io.rush.core.capture;

import io.rush.api.log.LogSink;
import io.rush.api.log.LogTap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A handler at the root of {@code java.util.logging}. Loggers that do not pass on to their parents are not heard. */
final class JdkTap implements LogTap {
    private static final String ROOT = "";

    private final JdkHandler handler;

    /** Loggers that were changed, which only a reference keeps, with the level that they had. */
    private final Map<Logger, Optional<Level>> originals = new HashMap<>();

    private JdkTap(JdkHandler handler) {
        this.handler = handler;
    }

    static JdkTap install(LogSink sink) {
        JdkHandler handler = new JdkHandler(sink);
        Logger.getLogger(ROOT).addHandler(handler);
        return new JdkTap(handler);
    }

    /** Parents come first, as a logger without a level has theirs. */
    @Override
    public void levels(Map<String, System.Logger.Level> thresholds) {
        TreeSet<String> names = new TreeSet<>(thresholds.keySet());
        originals.keySet().forEach(logger -> names.add(logger.getName()));
        for (String name : names) {
            Logger logger = Logger.getLogger(name);
            Optional<Level> original =
                    originals.computeIfAbsent(logger, changed -> Optional.ofNullable(changed.getLevel()));
            Level wanted = JdkLevels.lowest(thresholds.getOrDefault(name, System.Logger.Level.OFF));
            boolean passes = original.orElseGet(() -> inherited(logger)).intValue() <= wanted.intValue();
            logger.setLevel(passes ? original.orElse(null) : wanted);
        }
    }

    private static Level inherited(Logger logger) {
        @Nullable Logger parent = logger.getParent();
        while (parent != null && parent.getLevel() == null) {
            parent = parent.getParent();
        }
        return parent == null ? Level.INFO : parent.getLevel();
    }

    @Override
    public void close() {
        Logger.getLogger(ROOT).removeHandler(handler);
        originals.forEach((logger, original) -> logger.setLevel(original.orElse(null)));
        originals.clear();
    }
}
