package io.rush.embedded;

import io.rush.api.error.ConfigurationException;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * A running {@code redis-server} process that belongs to this JVM. For development and tests only: it runs the server
 * found on the search path, else a bundled Redis 7.0.15 that was built in 2024 and gets no security fixes.
 *
 * <p>It listens on a free port of 127.0.0.1, persists nothing unless the options ask for it, and keeps its files in a
 * temporary directory of its own. Where there is a {@code /bin/sh}, process and directory are gone once this JVM has
 * ended, even if it was killed; elsewhere they outlive a JVM that is killed. Thread-safe; methods block until the
 * server has started or ended, and do not react to interrupts.
 */
public final class RedisServer implements AutoCloseable {
    private static final int PORTS_TRIED = 8;

    private final ServerHome home;
    private final int port;
    private ServerProcess process;
    private boolean closed;

    private RedisServer(ServerHome home, int port, ServerProcess process) {
        this.home = home;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts a server with the default options and returns when it answers.
     *
     * @throws ConfigurationException if there is no binary for this platform or the server does not start; the message
     *     carries the end of the server's output
     */
    public static RedisServer start() {
        return start(List.of());
    }

    /**
     * Starts a server with further options and returns when it answers, be it with a demand for a password.
     *
     * @param options what would follow {@code redis-server} on a command line, for example
     *     {@code List.of("--requirepass", "secret", "--appendonly", "yes")}; they reach the server in a private file,
     *     never in its argument list. Address, port, directory and logging are not theirs to set. {@code "--sentinel"}
     *     alone makes it a Sentinel, whose settings are written as {@code "--sentinel monitor", "main", ...}.
     * @throws ConfigurationException if an option is not allowed here, if there is no binary for this platform, or if
     *     the server does not start; the message carries the end of the server's output
     */
    public static RedisServer start(List<String> options) {
        return start(ServerHome.create(ServerOptions.of(options), Lifeline::over), FreePort::pick);
    }

    static RedisServer start(ServerHome home, IntSupplier ports) {
        try {
            return startOnFirstFree(home, ports);
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    private static RedisServer startOnFirstFree(ServerHome home, IntSupplier ports) {
        for (int tried = 1; ; tried++) {
            int port = ports.getAsInt();
            ServerProcess process = home.launch(port);
            if (process.becomesReady()) {
                return new RedisServer(home, port, process);
            }
            if (tried == PORTS_TRIED || !process.mayStartAnotherTime()) {
                throw process.failure();
            }
        }
    }

    /** The address for clients, {@code redis://127.0.0.1:PORT}; it stays the same over restarts and has no password. */
    public String url() {
        return "redis://" + Loopback.HOST + ":" + port;
    }

    /** The TCP port on 127.0.0.1; it stays the same over restarts. */
    public int port() {
        return port;
    }

    /** The operating system's id of the server process; of the last one, if the server was stopped or killed. */
    public synchronized long processId() {
        return process.id();
    }

    /**
     * Ends the server in order, so that it can save what it was asked to persist. After ten seconds without success it
     * is killed. Does nothing if the server has ended already.
     */
    public synchronized void stop() {
        process.stop();
    }

    /** Ends the server at once, as a crash would (SIGKILL). Does nothing if the server has ended already. */
    public synchronized void kill() {
        process.kill();
    }

    /**
     * Starts the server again on the same port, with the same options and data directory; one that still runs is
     * stopped first. Data is back if the options asked for persistence.
     *
     * @throws ConfigurationException if this server was closed or does not start again, for example because the port
     *     was taken meanwhile; the message carries the end of the server's output
     */
    public synchronized void restart() {
        if (closed) {
            throw new ConfigurationException(
                    "the Redis server on port " + port + " was closed; start a new one instead of restarting it");
        }
        process.stop();
        process = home.launch(port);
        if (!process.becomesReady()) {
            throw process.failure();
        }
    }

    /** Stops the server and deletes its directory. Further calls do nothing. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            process.stop();
            home.close();
        }
    }

    @Override
    public String toString() {
        return "RedisServer[" + url() + "]";
    }
}
