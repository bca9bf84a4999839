package io.rush.core.log;

import io.rush.api.error.StoreException;
import io.rush.api.log.LogEntry;
import io.rush.api.log.LogEvent;
import io.rush.api.log.LogSettings;
import io.rush.core.capture.Capture;
import io.rush.core.capture.CaptureScope;
import io.rush.core.capture.Destination;
import io.rush.core.capture.Subscription;
import io.rush.core.script.NetworkStore;
import io.rush.core.task.TaskOwner;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The log of one start of a worker: captures what it logs, and writes it to Redis on a thread of its own, also when this
 * JVM shuts down. Thread-safe; never throws.
 */
public final class WorkerLog implements Destination, AutoCloseable {
    private static final Logger LOG = System.getLogger(WorkerLog.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long NANOS_AFTER_A_FAILURE = Duration.ofMillis(500).toNanos();

    private final LogAppend append;
    private final LogBuffer buffer;
    private final Thread writer;
    private final Thread shutdown = new Thread(this::close, "rush-log-shutdown");
    private final Subscription subscription;
    private boolean closed;

    private WorkerLog(LogAppend append, LogSettings settings, CaptureScope scope, ClassLoader classLoader) {
        this.append = append;
        this.buffer = new LogBuffer(settings.buffer());
        this.writer = new Thread(this::write, "rush-log");
        writer.setDaemon(true);
        this.subscription = Capture.begin(settings.thresholds(), scope, classLoader, this);
    }

    /** Begins to capture for a worker that has registered. */
    public static WorkerLog start(
            NetworkStore network, TaskOwner owner, LogSettings settings, CaptureScope scope, ClassLoader classLoader) {
        WorkerLog log = new WorkerLog(new LogAppend(network, owner), settings, scope, classLoader);
        log.writer.start();
        log.closeOnShutdown();
        return log;
    }

    private void closeOnShutdown() {
        try {
            Runtime.getRuntime().addShutdownHook(shutdown);
        } catch (IllegalStateException isShuttingDown) {
            close();
        }
    }

    @Override
    public void accept(LogEvent event) {
        buffer.add(PendingEntry.of(event));
    }

    /** Adds what was logged in another JVM. */
    public void add(LogEntry entry) {
        buffer.add(PendingEntry.of(entry));
    }

    private void write() {
        Capture.silence();
        try {
            LogBatch batch = buffer.awaitDue();
            while (!batch.isEmpty()) {
                write(batch);
                batch = buffer.awaitDue();
            }
        } catch (InterruptedException abandoned) {
            // Whoever closes the log has waited long enough.
        }
    }

    private void write(LogBatch batch) {
        try {
            append.write(batch);
            buffer.written(batch);
        } catch (StoreException failure) {
            LOG.log(Level.DEBUG, "log entries cannot be written, and are tried again", failure);
            LockSupport.parkNanos(this, NANOS_AFTER_A_FAILURE);
        } catch (RuntimeException broken) {
            LOG.log(Level.WARNING, "log entries cannot be written and are dropped", broken);
            buffer.refused(batch);
        }
    }

    /** Waits a moment until what was logged so far is in Redis. */
    public void flush() {
        waitThrough(() -> buffer.flush(PATIENCE));
    }

    /** Ends the capture and waits a moment until everything is written. Twice is harmless. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        subscription.close();
        buffer.close();
        awaitWriter();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdown);
        } catch (IllegalStateException isShuttingDown) {
            // Then it runs, and finds nothing to do.
        }
    }

    @Override
    public void end() {
        close();
    }

    private void awaitWriter() {
        waitThrough(() -> writer.join(PATIENCE.toMillis()));
        if (writer.isAlive()) {
            long lost = buffer.abandon();
            writer.interrupt();
            LOG.log(Level.WARNING, "{0} log entries of a worker that ends did not get to Redis", lost);
        }
    }

    /** The flag of a thread that was interrupted before must not keep the last entries from being written. */
    private static void waitThrough(Wait wait) {
        boolean interrupted = Thread.interrupted();
        try {
            wait.await();
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface Wait {
        void await() throws InterruptedException;
    }
}
