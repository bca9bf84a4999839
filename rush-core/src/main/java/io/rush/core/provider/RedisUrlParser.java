package io.rush.core.provider;

import io.rush.api.error.ConfigurationException;
import io.rush.api.store.StoreConfig;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads {@code redis://[[user]:password@]host[:port][/database]}. Credentials are percent-decoded; IPv6 addresses stand
 * in brackets. Stateless and thread-safe.
 *
 * <p>Messages repeat nothing that might be a misplaced part of the password.
 */
public final class RedisUrlParser {
    private static final String SEPARATOR = "://";
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private RedisUrlParser() {}

    /**
     * The settings in {@code url}; what it does not say is as in {@link StoreConfig#builder()}.
     *
     * @throws ConfigurationException if it is not such a URL; the message never holds the password
     */
    public static StoreConfig parse(String url) {
        String address = withoutScheme(url.strip());
        int end = endOfAuthority(address);
        String authority = address.substring(0, end);
        String rest = address.substring(end);
        require(rest.indexOf('@') < 0, "write '/', '?' and '#' in the credentials as %2F, %3F and %23");
        StoreConfig.Builder builder = StoreConfig.builder();
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            UrlCredentials.parse(authority.substring(0, at)).addTo(builder);
        }
        readServer(authority.substring(at + 1), builder);
        readDatabase(rest, builder);
        return builder.build();
    }

    private static String withoutScheme(String url) {
        int end = url.indexOf(SEPARATOR);
        require(end >= 0, "it must begin with redis://");
        String scheme = url.substring(0, end);
        require(SCHEME.matcher(scheme).matches(), "it must begin with redis://");
        String lower = scheme.toLowerCase(Locale.ROOT);
        require(!lower.equals("rediss"), "TLS (rediss://) is not supported by this version; use redis://");
        require(lower.equals("redis"), "the scheme '" + scheme + "' is unknown; use redis://");
        return url.substring(end + SEPARATOR.length());
    }

    private static int endOfAuthority(String address) {
        int end = 0;
        while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static void readServer(String server, StoreConfig.Builder builder) {
        int bracket = server.indexOf(']');
        boolean bracketed = server.startsWith("[");
        require(bracketed == (bracket >= 0), "an IPv6 address stands in brackets, as in redis://[::1]:6379");
        String host = bracketed ? server.substring(1, bracket) : beforeColon(server);
        String port = server.substring(bracketed ? bracket + 1 : host.length());
        require(!host.isBlank(), "it names no host");
        builder.host(host);
        if (!port.isEmpty()) {
            builder.port(port(port));
        }
    }

    private static String beforeColon(String server) {
        int colon = server.indexOf(':');
        require(
                colon == server.lastIndexOf(':'),
                "its host has several colons; an IPv6 address stands in brackets, and credentials end with '@'");
        return colon < 0 ? server : server.substring(0, colon);
    }

    private static int port(String withColon) {
        String digits = withColon.substring(1);
        boolean plausible = withColon.startsWith(":") && NUMBER.matcher(digits).matches();
        int port = plausible ? Integer.parseInt(digits) : 0;
        require(port >= 1 && port <= 65_535, "the port must be a number in 1 to 65535");
        return port;
    }

    private static void readDatabase(String rest, StoreConfig.Builder builder) {
        require(rest.indexOf('#') < 0, "it has a fragment (#), which means nothing here");
        int query = rest.indexOf('?');
        if (query >= 0) {
            throw refusal("this version knows no parameters; leave out " + parameterNames(rest.substring(query + 1)));
        }
        String database = rest.isEmpty() ? "" : rest.substring(1);
        if (!database.isEmpty()) {
            require(NUMBER.matcher(database).matches(), "the database after '/' must be a number, 0 or more");
            builder.database(Integer.parseInt(database));
        }
    }

    private static String parameterNames(String query) {
        return Pattern.compile("&")
                .splitAsStream(query)
                .map(parameter -> "'" + parameter.split("=", 2)[0] + "'")
                .collect(Collectors.joining(", "));
    }

    static void require(boolean condition, String problem) {
        if (!condition) {
            throw refusal(problem);
        }
    }

    private static ConfigurationException refusal(String problem) {
        return new ConfigurationException("bad Redis URL: " + problem);
    }
}
