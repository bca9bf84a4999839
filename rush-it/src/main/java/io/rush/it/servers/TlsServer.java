package io.rush.it.servers;

import io.rush.embedded.RedisServer;
import java.util.ArrayList;
import java.util.List;

/**
 * A server that speaks TLS on a second port.
 *
 * @param port where it speaks TLS
 */
public record TlsServer(RedisServer server, int port) implements AutoCloseable {
    /** A server that shows one certificate, and asks for none. */
    public static TlsServer start(Certificates own) {
        return start(own, List.of());
    }

    /** The same with further options. */
    public static TlsServer start(Certificates own, List<String> options) {
        return start(own, own, "no", options);
    }

    /** A server that asks for the certificate of another pair. */
    public static TlsServer askingFor(Certificates client, Certificates own) {
        return start(own, client, "yes", List.of());
    }

    private static TlsServer start(Certificates own, Certificates trusted, String asking, List<String> options) {
        int port = Ports.free();
        List<String> all = new ArrayList<>(List.of(
                "--tls-port", Integer.toString(port),
                "--tls-cert-file", own.certificate().toString(),
                "--tls-key-file", own.key().toString(),
                "--tls-ca-cert-file", trusted.certificate().toString(),
                "--tls-auth-clients", asking));
        all.addAll(options);
        return new TlsServer(RedisServer.start(all), port);
    }

    @Override
    public void close() {
        server.close();
    }
}
