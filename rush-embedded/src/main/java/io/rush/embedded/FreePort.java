package io.rush.embedded;

import io.rush.api.error.ConfigurationException;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Picks ports below those that operating systems hand out to clients. A client that reconnects to a stopped server could
 * otherwise be given the server's own port and keep it from starting again.
 */
final class FreePort {
    private static final int LOWEST = 20_000;
    private static final int BEYOND = 32_768;
    private static final int TRIES = 100;

    private FreePort() {}

    static int pick() {
        for (int tries = 0; tries < TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
            if (isFree(port)) {
                return port;
            }
        }
        throw new ConfigurationException("no free port found on " + Loopback.HOST + " between " + LOWEST + " and "
                + (BEYOND - 1) + "; end what listens there, or set REDIS_URL to use another server");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(Loopback.at(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
