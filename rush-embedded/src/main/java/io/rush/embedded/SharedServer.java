package io.rush.embedded;

import org.jspecify.annotations.Nullable;

/** The server that all providers of this JVM share; it is never closed and ends with the JVM. Thread-safe. */
final class SharedServer {
    private @Nullable RedisServer server;

    synchronized String url() {
        RedisServer running = server;
        if (running == null) {
            running = RedisServer.start();
            server = running;
        }
        return running.url();
    }
}
