package io.rush.core.capture;

import io.rush.api.log.LogSink;
import io.rush.api.log.LogSource;
import io.rush.api.log.LogTap;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The logging libraries of this JVM while they are captured. One that fails is logged and passed over. */
final class Sources implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Sources.class.getName());

    private final List<LogTap> taps = new ArrayList<>();

    private Sources() {}

    /** Taps the one of the JDK, and those that are on the path. */
    static Sources open(ClassLoader classLoader, LogSink sink) {
        Sources sources = new Sources();
        sources.open(new JdkSource(), sink);
        Iterator<LogSource> found =
                ServiceLoader.load(LogSource.class, classLoader).iterator();
        while (sources.openNext(found, sink)) {}
        return sources;
    }

    private boolean openNext(Iterator<LogSource> found, LogSink sink) {
        try {
            if (!found.hasNext()) {
                return false;
            }
            open(found.next(), sink);
        } catch (ServiceConfigurationError | LinkageError broken) {
            LOG.log(Level.WARNING, "a source of logs cannot be loaded; what it captures is missing in Redis", broken);
        }
        return true;
    }

    private void open(LogSource source, LogSink sink) {
        try {
            taps.add(source.open(sink));
        } catch (RuntimeException | LinkageError broken) {
            String message =
                    "the source of logs " + source.name() + " cannot be used; its entries are missing in Redis";
            LOG.log(Level.WARNING, message, broken);
        }
    }

    void levels(Map<String, Level> thresholds) {
        taps.forEach(tap -> attempt(() -> tap.levels(thresholds)));
    }

    @Override
    public void close() {
        taps.forEach(tap -> attempt(tap::close));
    }

    private static void attempt(Runnable change) {
        try {
            change.run();
        } catch (RuntimeException | LinkageError broken) {
            LOG.log(Level.WARNING, "a source of logs fails; entries may be missing in Redis", broken);
        }
    }
}
