package io.rush.core.log;

import io.rush.api.log.LogEntry;
import io.rush.api.log.LogEvent;
import io.rush.api.log.LogSettings;
import io.rush.core.capture.Capture;
import io.rush.core.capture.CaptureScope;
import io.rush.core.capture.Destination;
import java.util.function.Consumer;

/**
 * What a JVM without a connection logs for its worker, on its way to the worker's own JVM.
 *
 * @param workerId the worker
 * @param receiver takes each entry, in the thread that logs
 */
public record ChildLog(String workerId, Consumer<LogEntry> receiver) implements Destination {
    /** Begins to capture everything that is logged in this JVM and passes the thresholds. */
    public AutoCloseable start(LogSettings settings, ClassLoader classLoader) {
        return settings.thresholds().isEmpty()
                ? () -> {}
                : Capture.begin(settings.thresholds(), CaptureScope.JVM, classLoader, this);
    }

    @Override
    public void accept(LogEvent event) {
        receiver.accept(PendingEntry.of(event).of(workerId));
    }

    @Override
    public void end() {
        // It ends with its JVM.
    }
}
