package io.rush.loop.process.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.function.Supplier;

/** Copies an output of a process, byte by byte and on a daemon thread, to one of this JVM's, and keeps its end. */
public final class OutputPump {
    private static final int BUFFER = 8_192;

    private final InputStream source;
    private final Supplier<PrintStream> target;
    private final Tail tail = new Tail();
    private final Thread thread;

    private OutputPump(String name, InputStream source, Supplier<PrintStream> target) {
        this.source = source;
        this.target = target;
        this.thread = new Thread(this::pump, name);
    }

    /**
     * Begins to copy.
     *
     * @param target asked each time, as it may be another by then
     */
    public static OutputPump start(String name, InputStream source, Supplier<PrintStream> target) {
        OutputPump pump = new OutputPump(name, source, target);
        pump.thread.setDaemon(true);
        pump.thread.start();
        return pump;
    }

    private void pump() {
        byte[] buffer = new byte[BUFFER];
        try (source) {
            for (int count = source.read(buffer); count >= 0; count = source.read(buffer)) {
                tail.add(buffer, count);
                PrintStream copy = target.get();
                copy.write(buffer, 0, count);
                copy.flush();
            }
        } catch (IOException closed) {
            // Then nothing more comes.
        }
    }

    /** The end of the output, once all of it was read or the time is over: what the process started may hold it open. */
    public String end(Duration patience) throws InterruptedException {
        thread.join(patience.toMillis());
        String name = System.getProperty("native.encoding");
        return tail.text(name == null ? Charset.defaultCharset() : Charset.forName(name));
    }
}
