package io.rush.it.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Where functions wait until the test lets them go on, in whatever JVM of this machine they are evaluated; closed, it sends
 * all away. For one thread.
 */
final class Gate implements AutoCloseable {
    private static final Duration GLANCE = Duration.ofMillis(20);

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
            return new Gate(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), patience);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    long port() {
        return door.getLocalPort();
    }

    /** The next function that comes; the test fails if none does. */
    Visitor awaitVisitor() {
        return visitor(patience).orElseThrow(this::nobody);
    }

    /** The next function that comes, or nothing if none has come although none can come any more. */
    Optional<Visitor> awaitVisitorUnless(BooleanSupplier tooLate) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            boolean last = tooLate.getAsBoolean();
            Optional<Visitor> visitor = visitor(GLANCE);
            if (last || visitor.isPresent()) {
                return visitor;
            }
        }
        throw nobody();
    }

    private AssertionError nobody() {
        return new AssertionError("no function has begun within " + patience);
    }

    private Optional<Visitor> visitor(Duration time) {
        try {
            door.setSoTimeout(Math.toIntExact(time.toMillis()));
            Optional<Visitor> visitor = Visitor.welcome(door.accept(), patience);
            visitor.ifPresent(visitors::add);
            return visitor;
        } catch (SocketTimeoutException nobody) {
            return Optional.empty();
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
