package io.rush.core.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Reads the output of a process line by line on a daemon thread, so that the process never waits for a reader. A line
 * longer than {@value #LONGEST_LINE} characters comes in pieces.
 */
final class LinePump {
    /** Characters. */
    static final int LONGEST_LINE = 8_192;

    private static final Logger LOG = System.getLogger(LinePump.class.getName());

    private final Reader reader;
    private final Consumer<String> lines;
    private final StringBuilder line = new StringBuilder();
    private final Thread thread;

    private LinePump(String name, InputStream source, Consumer<String> lines) {
        this.reader = new InputStreamReader(source, JvmCommand.launcherCharset());
        this.lines = lines;
        this.thread = new Thread(this::pump, name);
    }

    static LinePump start(String name, InputStream source, Consumer<String> lines) {
        LinePump pump = new LinePump(name, source, lines);
        pump.thread.setDaemon(true);
        pump.thread.start();
        return pump;
    }

    /** Waits until everything was read, or the time is over: a child of the process may hold its output open. */
    void awaitEnd(Duration patience) {
        try {
            thread.join(patience.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump() {
        try (reader) {
            char[] buffer = new char[LONGEST_LINE];
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                accept(buffer, count);
            }
        } catch (IOException | UncheckedIOException closed) {
            LOG.log(Level.DEBUG, "the output of a process ended early", closed);
        } finally {
            flush();
        }
    }

    private void accept(char[] buffer, int count) {
        for (int i = 0; i < count; i++) {
            if (buffer[i] == '\n') {
                lines.accept(line.toString());
                line.setLength(0);
            } else if (buffer[i] != '\r') {
                line.append(buffer[i]);
            }
            if (line.length() == LONGEST_LINE) {
                flush();
            }
        }
    }

    private void flush() {
        if (!line.isEmpty()) {
            lines.accept(line.toString());
            line.setLength(0);
        }
    }
}
