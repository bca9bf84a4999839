package io.rush.loop.process.wire;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where a child finds its worker; handed over by the environment, which what the child starts inherits.
 *
 * @param socket path of the worker's socket
 * @param token known to the worker and to this child
 */
public record Address(Path socket, String token) {
    private static final String SOCKET = "RUSH_CHILD_SOCKET";
    private static final String TOKEN = "RUSH_CHILD_TOKEN";

    /** Adds it to the environment of a process. */
    public void addTo(Map<String, String> environment) {
        environment.put(SOCKET, socket.toString());
        environment.put(TOKEN, token);
    }

    /** That of this JVM. */
    public static Address here() {
        return new Address(Path.of(System.getenv(SOCKET)), System.getenv(TOKEN));
    }

    /** What stands in the environment of the child and of all that it started. */
    public String mark() {
        return TOKEN + "=" + token;
    }
}
