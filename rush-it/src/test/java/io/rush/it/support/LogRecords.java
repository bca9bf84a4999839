package io.rush.it.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What is logged under a name while this is open. */
public final class LogRecords implements AutoCloseable {
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final Handler handler = new Collector();
    private final Logger logger;

    private LogRecords(String name) {
        this.logger = Logger.getLogger(name);
        logger.addHandler(handler);
    }

    /** Listens to a logger and those below it. */
    public static LogRecords of(String name) {
        return new LogRecords(name);
    }

    /** The warnings so far, as text. */
    public List<String> warnings() {
        SimpleFormatter formatter = new SimpleFormatter();
        return records.stream()
                .filter(entry -> entry.getLevel().equals(Level.WARNING))
                .map(formatter::formatMessage)
                .toList();
    }

    /** Everything so far, formatted with what was thrown. */
    public List<String> texts() {
        SimpleFormatter formatter = new SimpleFormatter();
        return records.stream().map(formatter::format).toList();
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
    }

    private final class Collector extends Handler {
        @Override
        public void publish(LogRecord entry) {
            records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
