package io.rush.core.address;

import io.rush.api.error.ConfigurationException;
import io.rush.api.store.Credentials;
import io.rush.api.store.StoreConfig;
import io.rush.api.store.Topology;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the URL of a server, of a socket, of sentinels or of a cluster; the README shows the forms. Credentials, paths
 * and parameters are percent-decoded; IPv6 addresses stand in brackets. Stateless and thread-safe.
 *
 * <p>Messages repeat nothing that might be a secret or a misplaced part of one.
 */
public final class RedisUrlParser {
    private static final Pattern DATABASE = Pattern.compile("/([0-9]{1,9})?");

    private RedisUrlParser() {}

    /**
     * The settings in {@code url}; what it does not say is as in {@link StoreConfig#builder()}.
     *
     * @throws ConfigurationException if it is not such a URL; the message never holds a password
     */
    public static StoreConfig parse(String url) {
        UrlParts parts = UrlParts.of(url.strip());
        UrlParameters parameters = UrlParameters.parse(parts.query(), parts.scheme());
        StoreConfig.Builder builder = StoreConfig.builder()
                .servers(UrlServers.parse(parts))
                .topology(topology(parts.scheme(), parameters))
                .database(database(parts, parameters));
        UrlCredentials.parse(parts.userInfo()).ifPresent(builder::credentials);
        if (parts.scheme().isTls()) {
            builder.tls(UrlTls.of(parameters));
        }
        parameters.seconds(UrlParameter.CONNECT_TIMEOUT).ifPresent(builder::connectTimeout);
        parameters.seconds(UrlParameter.COMMAND_TIMEOUT).ifPresent(builder::commandTimeout);
        parameters.number(UrlParameter.MAX_CONNECTIONS).ifPresent(builder::maxConnections);
        return built(builder);
    }

    private static StoreConfig built(StoreConfig.Builder builder) {
        try {
            return builder.build();
        } catch (ConfigurationException contradiction) {
            throw BadUrl.refusal(String.valueOf(contradiction.getMessage()));
        }
    }

    private static int database(UrlParts parts, UrlParameters parameters) {
        if (parts.scheme().kind() == UrlScheme.Kind.SOCKET) {
            return parameters.number(UrlParameter.DATABASE).orElse(0);
        }
        String path = parts.path().isEmpty() ? "/" : parts.path();
        BadUrl.require(DATABASE.matcher(path).matches(), "the database after '/' must be a number, 0 or more");
        return path.length() == 1 ? 0 : Integer.parseInt(path.substring(1));
    }

    private static Topology topology(UrlScheme scheme, UrlParameters parameters) {
        return switch (scheme.kind()) {
            case ALONE, SOCKET -> Topology.Standalone.INSTANCE;
            case CLUSTER -> Topology.Cluster.INSTANCE;
            case SENTINEL -> sentinel(parameters);
        };
    }

    private static Topology sentinel(UrlParameters parameters) {
        String master = parameters
                .text(UrlParameter.MASTER)
                .orElseThrow(() -> BadUrl.refusal(UrlParameter.MASTER
                        + " is missing; name the primary as the sentinels know it, as in ?master=mymaster"));
        Optional<String> user = parameters.text(UrlParameter.SENTINEL_USER);
        Optional<String> password = parameters.text(UrlParameter.SENTINEL_PASSWORD);
        BadUrl.require(
                user.isEmpty() || password.isPresent(),
                UrlParameter.SENTINEL_PASSWORD + " is missing, but the user of the sentinels is given; give both");
        return new Topology.Sentinel(master, password.map(secret -> new Credentials(user, secret)));
    }
}
