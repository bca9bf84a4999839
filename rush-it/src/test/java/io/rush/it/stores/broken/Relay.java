package io.rush.it.stores.broken;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/** A port behind which is a server of which each new connection is asked anew. Thread-safe. */
final class Relay implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final ServerSocket entrance;
    private final IntSupplier target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Relay(ServerSocket entrance, IntSupplier target) {
        this.entrance = entrance;
        this.target = target;
    }

    /** @param target the port on this machine to which a connection goes */
    static Relay to(IntSupplier target) {
        try {
            Relay relay = new Relay(new ServerSocket(0, 100, LOOPBACK), target);
            daemon(relay::accept);
            return relay;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return entrance.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                open.add(client);
                daemon(() -> connect(client));
            }
        } catch (IOException closed) {
            close();
        }
    }

    private void connect(Socket client) {
        try (client;
                Socket server = new Socket(LOOPBACK, target.getAsInt())) {
            open.add(server);
            daemon(() -> pass(server, client));
            pass(client, server);
            open.remove(server);
        } catch (IOException | RuntimeException unreached) {
            end(client);
        } finally {
            open.remove(client);
        }
    }

    /** When one end is over, so is the other. */
    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            end(from);
        }
        end(to);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
        open.forEach(Relay::end);
    }
}
