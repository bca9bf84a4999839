package io.rush.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends one inline command on a connection of its own. */
final class RawRedis {
    private RawRedis() {}

    /** The first line of the reply; for a bulk string also the line that follows. */
    static String send(RedisServer server, String command) throws IOException {
        try (Socket socket = connected(server);
                BufferedReader replies =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            String line = replies.readLine();
            if (line == null) {
                throw new IOException("no reply to " + command);
            }
            return line.startsWith("$") ? line + " " + replies.readLine() : line;
        }
    }

    private static Socket connected(RedisServer server) throws IOException {
        Socket socket = new Socket();
        socket.connect(Loopback.at(server.port()));
        return socket;
    }
}
