package io.rush.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends one inline command on a connection of its own. */
final class RawRedis {
    private RawRedis() {}

    /** The lines of the reply, joined by spaces. */
    static String send(RedisServer server, String command) throws IOException {
        try (Socket socket = connected(server);
                BufferedReader replies =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
            List<String> lines = replies.lines().toList();
            return String.join(" ", lines.subList(0, lines.size() - 1));
        }
    }

    private static Socket connected(RedisServer server) throws IOException {
        Socket socket = new Socket();
        socket.connect(Loopback.at(server.port()));
        return socket;
    }
}
