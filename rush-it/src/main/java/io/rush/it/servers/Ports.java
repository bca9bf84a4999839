package io.rush.it.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports that nobody listens on, below those that operating systems hand out to clients. */
final class Ports {
    private static final int LOWEST = 10_000;
    private static final int BEYOND = 20_000;
    private static final int TRIES = 100;

    private Ports() {}

    /** One that was free a moment ago. */
    static int free() {
        IOException last = new IOException("no port was tried");
        for (int tries = 0; tries < TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
                return port;
            } catch (IOException taken) {
                last = taken;
            }
        }
        throw new UncheckedIOException(last);
    }
}
