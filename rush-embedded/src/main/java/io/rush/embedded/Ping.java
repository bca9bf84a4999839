package io.rush.embedded;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Asks a server for a sign of life, without a client library. */
final class Ping {
    private Ping() {}

    /** Whether a Redis answers in time; an error reply, such as the demand for a password, is an answer too. */
    static boolean isAnswered(int port, int seconds) {
        int millis = (int) TimeUnit.SECONDS.toMillis(seconds);
        try (Socket socket = new Socket()) {
            socket.connect(Loopback.at(port), millis);
            socket.setSoTimeout(millis);
            socket.getOutputStream().write("*1\r\n$4\r\nPING\r\n".getBytes(StandardCharsets.US_ASCII));
            int kind = socket.getInputStream().read();
            return kind == '+' || kind == '-';
        } catch (IOException e) {
            return false;
        }
    }
}
