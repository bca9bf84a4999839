package io.rush.loop.process.host;

import io.rush.loop.process.wire.Address;
import io.rush.loop.process.wire.Frame;
import io.rush.loop.process.wire.FrameType;
import io.rush.loop.process.wire.Link;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The worker's end of the connection to one child. A thread of its own waits for the child to connect, reads what it
 * sends, and hands on what was logged. Thread-safe.
 */
final class Line implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Line.class.getName());
    /** What a message may have beside outputs: a report, at its longest. */
    private static final int OVERHEAD = 1 << 23;

    private final Address address;
    private final Frame setup;
    private final int limit;
    private final Consumer<Frame> log;
    private final ServerSocketChannel server;
    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private @Nullable Link link;
    private boolean closed;

    private Line(Address address, Frame setup, long resultLimit, Consumer<Frame> log, ServerSocketChannel server) {
        this.address = address;
        this.setup = setup;
        this.limit = (int) Math.min(resultLimit + OVERHEAD, Integer.MAX_VALUE);
        this.log = log;
        this.server = server;
    }

    /**
     * Listens at an address.
     *
     * @param setup what the child is sent first
     * @param resultLimit the largest outputs in bytes
     * @param log takes messages with what was logged
     */
    static Line open(Address address, Frame setup, long resultLimit, Consumer<Frame> log) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(address.socket()));
        } catch (IOException refused) {
            server.close();
            throw refused;
        }
        Line line = new Line(address, setup, resultLimit, log, server);
        Thread thread = new Thread(line::run, "rush-child-line");
        thread.setDaemon(true);
        thread.start();
        return line;
    }

    private void run() {
        try {
            read(accept());
        } catch (IOException ended) {
            LOG.log(Level.DEBUG, "the connection to a child ended", ended);
        } finally {
            frames.add(Frame.of(FrameType.GONE));
        }
    }

    private Link accept() throws IOException {
        try (server) {
            Link accepted = keep(new Link(server.accept()));
            Frame hello = accepted.read(OVERHEAD);
            if (hello.type() != FrameType.HELLO || !hello.text().equals(address.token())) {
                accepted.close();
                throw new IOException("a stranger connected");
            }
            accepted.write(setup);
            return accepted;
        } finally {
            Files.deleteIfExists(address.socket());
        }
    }

    private synchronized Link keep(Link accepted) throws IOException {
        link = accepted;
        if (closed) {
            accepted.close();
        }
        return accepted;
    }

    private void read(Link source) throws IOException {
        Frame frame = source.read(limit);
        while (frame.type() != FrameType.GONE) {
            if (frame.type() == FrameType.LOG) {
                log.accept(frame);
            } else {
                frames.add(frame);
            }
            frame = source.read(limit);
        }
    }

    /** The next message but for logs; {@link FrameType#GONE} at the end. */
    Frame take() throws InterruptedException {
        return frames.take();
    }

    /** The same if it is there. */
    Optional<Frame> poll() {
        return Optional.ofNullable(frames.poll());
    }

    /**
     * Sends a message to a child that has connected.
     *
     * @throws IOException if it is gone, or this thread is interrupted
     */
    void send(Frame frame) throws IOException {
        Link open;
        synchronized (this) {
            if (link == null) {
                throw new IOException("the child is not connected");
            }
            open = link;
        }
        open.write(frame);
    }

    /** Does not wait any longer for a child that has not connected yet. */
    void stopWaiting() {
        try {
            server.close();
        } catch (IOException failure) {
            LOG.log(Level.DEBUG, "a socket could not be closed", failure);
        }
    }

    @Override
    public void close() {
        stopWaiting();
        try {
            synchronized (this) {
                closed = true;
                if (link != null) {
                    link.close();
                }
            }
        } catch (IOException failure) {
            LOG.log(Level.DEBUG, "the connection to a child could not be closed", failure);
        }
    }
}
