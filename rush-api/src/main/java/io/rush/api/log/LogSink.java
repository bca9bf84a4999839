package io.rush.api.log;

import java.lang.System.Logger.Level;

/** Takes what is logged in this JVM. Thread-safe; never throws and never blocks. */
public interface LogSink {
    /**
     * Whether an event would be used, so that its message need not be made if not. Called in the thread that logs, as is
     * {@link #accept}: it is by the thread that an event is known to be a worker's.
     */
    boolean wants(Level level, String logger);

    /** Takes an event. */
    void accept(LogEvent event);
}
