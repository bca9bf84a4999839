package io.rush.loop.process.child;

import io.rush.api.log.LogEntry;
import io.rush.loop.process.wire.Frame;
import io.rush.loop.process.wire.FrameType;
import io.rush.loop.process.wire.Link;
import io.rush.loop.process.wire.LogLine;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What waits to be written to the worker, in its order, by a thread of its own: whoever logs need not wait, and whoever is
 * interrupted does not close the connection. Thread-safe. What is logged is dropped while too much of it waits.
 */
final class Outbox {
    /** Characters of log entries that may wait. */
    static final int MOST_CHARACTERS = 1_000_000;

    private static final int CHARACTERS_AN_ENTRY = 100;

    private final Link link;
    private final Deque<Object> waiting = new ArrayDeque<>();
    private int characters;
    private int dropped;

    Outbox(Link link) {
        this.link = link;
    }

    static Outbox open(Link link) {
        Outbox outbox = new Outbox(link);
        Thread thread = new Thread(outbox::write, "rush-outbox");
        thread.setDaemon(true);
        thread.start();
        return outbox;
    }

    /** Sends a message, after what was logged before. */
    synchronized void send(Frame frame) {
        tellDropped();
        waiting.add(frame);
        notifyAll();
    }

    /** Sends what was logged, or drops it. */
    synchronized void log(LogEntry entry) {
        int length = lengthOf(entry);
        if (characters + length > MOST_CHARACTERS) {
            dropped++;
            return;
        }
        tellDropped();
        add(entry, length);
    }

    private void add(LogEntry entry, int length) {
        characters += length;
        waiting.add(entry);
        notifyAll();
    }

    private void tellDropped() {
        if (dropped > 0) {
            LogEntry note = new LogEntry(
                    "",
                    Instant.now(),
                    Level.WARNING,
                    "io.rush.loop.process",
                    Thread.currentThread().getName(),
                    dropped + " log entries of a child JVM were dropped here: they came faster than its worker takes"
                            + " them",
                    Optional.empty());
            dropped = 0;
            add(note, lengthOf(note));
        }
    }

    private static int lengthOf(LogEntry entry) {
        return CHARACTERS_AN_ENTRY
                + entry.logger().length()
                + entry.message().length()
                + entry.throwable().map(String::length).orElse(0);
    }

    private void write() {
        try {
            while (true) {
                link.write(next());
            }
        } catch (IOException | InterruptedException broken) {
            // The inbox notices, too, and ends this JVM.
        } catch (OutOfMemoryError exhausted) {
            Ending.outOfMemory();
        }
    }

    private Frame next() throws InterruptedException {
        Object next = take();
        return next instanceof LogEntry entry ? new Frame(FrameType.LOG, LogLine.encode(entry)) : (Frame) next;
    }

    private synchronized Object take() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        Object next = waiting.remove();
        if (next instanceof LogEntry entry) {
            characters -= lengthOf(entry);
        }
        return next;
    }
}
