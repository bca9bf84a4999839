package io.rush.core.address;

import io.rush.api.store.ServerAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the servers of a URL: hosts with their ports, or the path of a socket. */
final class UrlServers {
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}");

    private UrlServers() {}

    static List<ServerAddress> parse(UrlParts parts) {
        if (parts.scheme().kind() == UrlScheme.Kind.SOCKET) {
            return List.of(socket(parts));
        }
        boolean several = parts.hosts().indexOf(',') >= 0;
        BadUrl.require(
                !several || parts.scheme().kind() != UrlScheme.Kind.ALONE,
                "it names several servers; write redis-sentinel:// or redis-cluster://, or name one");
        return Stream.of(parts.hosts().split(",", -1))
                .map(server -> server(server, parts.scheme().defaultPort()))
                .toList();
    }

    private static ServerAddress socket(UrlParts parts) {
        BadUrl.require(
                parts.hosts().isEmpty() && parts.path().length() > 1,
                "a Unix domain socket is named by its absolute path, as in unix:///run/redis.sock");
        return new ServerAddress.UnixSocket(Path.of(PercentText.decode(parts.path(), "the path")));
    }

    private static ServerAddress server(String server, int defaultPort) {
        int bracket = server.indexOf(']');
        boolean bracketed = server.startsWith("[");
        BadUrl.require(bracketed == (bracket >= 0), "an IPv6 address stands in brackets, as in redis://[::1]:6379");
        String host = bracketed ? server.substring(1, bracket) : beforeColon(server);
        String port = server.substring(bracketed ? bracket + 1 : host.length());
        BadUrl.require(!host.isBlank(), "it names no host");
        return ServerAddress.of(host, port.isEmpty() ? defaultPort : port(port));
    }

    private static String beforeColon(String server) {
        int colon = server.indexOf(':');
        BadUrl.require(
                colon == server.lastIndexOf(':'),
                "its host has several colons; an IPv6 address stands in brackets, and credentials end with '@'");
        return colon < 0 ? server : server.substring(0, colon);
    }

    private static int port(String withColon) {
        int port = PORT.matcher(withColon).matches() ? Integer.parseInt(withColon.substring(1)) : 0;
        BadUrl.require(port >= 1 && port <= 65_535, "the port must be a number in 1 to 65535");
        return port;
    }
}
