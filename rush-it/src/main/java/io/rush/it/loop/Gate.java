package io.rush.it.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Where functions wait until the test lets them go on, in whatever JVM of this machine they are evaluated; closed, it sends
 * all away. For one thread.
 */
final class Gate implements AutoCloseable {
    private final ServerSocket door;
    private final Duration patience;
    private final List<Visitor> visitors = new ArrayList<>();

    private Gate(ServerSocket door, Duration patience) {
        this.door = door;
        this.patience = patience;
    }

    /**
     * A gate on a free port.
     *
     * @param patience how long to wait for what must happen
     */
    static Gate open(Duration patience) {
        try {
            ServerSocket door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
            door.setSoTimeout(Math.toIntExact(patience.toMillis()));
            return new Gate(door, patience);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    long port() {
        return door.getLocalPort();
    }

    /** The next function that comes; the test fails if none does. */
    Visitor awaitVisitor() {
        try {
            Visitor visitor = Visitor.welcome(door.accept(), patience);
            visitors.add(visitor);
            return visitor;
        } catch (SocketTimeoutException nobody) {
            throw new AssertionError("no function has begun within " + patience, nobody);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
        visitors.forEach(Visitor::close);
    }
}
