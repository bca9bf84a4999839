package io.rush.api.store;

import io.rush.api.error.ConfigurationException;
import java.nio.file.Path;

/** Where one server listens. Immutable; its text is what messages name it by. */
public sealed interface ServerAddress {
    /** Default port of Redis. */
    int DEFAULT_PORT = 6379;

    /** Default port of a Sentinel. */
    int DEFAULT_SENTINEL_PORT = 26_379;

    /** A host and a port. */
    static Tcp of(String host, int port) {
        return new Tcp(host, port);
    }

    /**
     * A port of a host; an IPv6 address without brackets.
     *
     * @param port 1 to 65535
     */
    record Tcp(String host, int port) implements ServerAddress {
        /** @throws ConfigurationException if the host is blank or the port out of range */
        public Tcp {
            if (host.isBlank()) {
                throw new ConfigurationException("the host of the Redis server is empty");
            }
            if (port < 1 || port > 65_535) {
                throw new ConfigurationException("the port of the Redis server must be in 1 to 65535, not " + port);
            }
        }

        @Override
        public String toString() {
            return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
        }
    }

    /**
     * A Unix domain socket of this machine.
     *
     * @param path absolute, as other processes of the network run elsewhere
     */
    record UnixSocket(Path path) implements ServerAddress {
        /** @throws ConfigurationException if the path is relative */
        public UnixSocket {
            if (!path.isAbsolute()) {
                throw new ConfigurationException(
                        "the path of the Unix domain socket must be absolute, beginning with '/', not " + path);
            }
        }

        @Override
        public String toString() {
            return "unix://" + path;
        }
    }
}
