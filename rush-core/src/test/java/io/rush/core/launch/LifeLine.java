package io.rush.core.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

/** A connection between a test and a JVM whose life it observes: the system closes it when that JVM ends. */
final class LifeLine implements AutoCloseable {
    private static final int PATIENCE_MS = 60_000;

    private final ServerSocket server;

    LifeLine() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.setSoTimeout(PATIENCE_MS);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The connection of the next JVM that called {@link #hold}. */
    Socket accept() throws IOException {
        Socket line = server.accept();
        line.setSoTimeout(PATIENCE_MS);
        return line;
    }

    /** Waits until the JVM at the other end is gone; throws after a minute. */
    static void awaitEnd(Socket line) throws IOException {
        try {
            if (line.getInputStream().read() >= 0) {
                throw new IOException("the JVM speaks instead of ending");
            }
        } catch (SocketException reset) {
            if (!line.isConnected()) {
                throw reset;
            }
        }
    }

    /** Answers each byte of the test with a flood on both outputs and a byte; returns when the test closes the line. */
    static void hold(int port) throws IOException {
        try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            for (int asked = line.getInputStream().read();
                    asked >= 0;
                    asked = line.getInputStream().read()) {
                System.out.println("o".repeat(500_000));
                System.err.println("e".repeat(500_000));
                line.getOutputStream().write(asked);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
