package io.rush.core.launch;

import io.rush.api.error.ConfigurationException;
import io.rush.core.large.LargeObjectSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the process of a worker reaches Redis and the large objects; travels in the environment, never in an argument.
 * {@link #toString()} shows no secret.
 *
 * @param redisUrl the server with its credentials
 * @param storeName the store provider, where one was chosen by name
 * @param largeObjects where values lie that are too large for Redis; empty for the defaults
 * @param outageTolerance how long Redis may be away; empty for the default
 */
public record NetworkAddress(
        String redisUrl,
        Optional<String> storeName,
        Optional<LargeObjectSettings> largeObjects,
        Optional<Duration> outageTolerance) {
    /** The environment variable that holds the URL. */
    public static final String URL_VARIABLE = "RUSH_REDIS_URL";

    /** The environment variable that holds the name of the store provider. */
    public static final String STORE_VARIABLE = "RUSH_STORE";

    /** The environment variable that holds the large-object directory. */
    public static final String DIRECTORY_VARIABLE = "RUSH_LARGE_OBJECT_DIRECTORY";

    /** The environment variable that holds the limit above which values go there, in bytes. */
    public static final String LIMIT_VARIABLE = "RUSH_LARGE_OBJECT_LIMIT_BYTES";

    /** The environment variable that holds how long Redis may be away, in milliseconds. */
    public static final String TOLERANCE_VARIABLE = "RUSH_OUTAGE_TOLERANCE_MS";

    /** All of these variables. */
    static final List<String> VARIABLES =
            List.of(URL_VARIABLE, STORE_VARIABLE, DIRECTORY_VARIABLE, LIMIT_VARIABLE, TOLERANCE_VARIABLE);

    /** An address without further settings. */
    public NetworkAddress(String redisUrl, Optional<String> storeName) {
        this(redisUrl, storeName, Optional.empty(), Optional.empty());
    }

    /** @throws ConfigurationException if the URL is missing, or a number is none */
    static NetworkAddress of(Map<String, String> environment) {
        String url = value(environment, URL_VARIABLE)
                .orElseThrow(() -> new ConfigurationException("the environment variable " + URL_VARIABLE
                        + " is not set; set it to redis://[user:password@]host[:port][/database]"));
        return new NetworkAddress(
                url,
                value(environment, STORE_VARIABLE),
                largeObjects(environment),
                number(environment, TOLERANCE_VARIABLE, "milliseconds").map(Duration::ofMillis));
    }

    private static Optional<LargeObjectSettings> largeObjects(Map<String, String> environment) {
        Optional<Path> directory = value(environment, DIRECTORY_VARIABLE).map(Path::of);
        Optional<Long> limit = number(environment, LIMIT_VARIABLE, "bytes");
        return directory.isEmpty() && limit.isEmpty()
                ? Optional.empty()
                : Optional.of(new LargeObjectSettings(directory, limit.orElse(LargeObjectSettings.DEFAULT_LIMIT)));
    }

    private static Optional<Long> number(Map<String, String> environment, String name, String unit) {
        Optional<String> text = value(environment, name);
        try {
            return text.map(Long::valueOf);
        } catch (NumberFormatException malformed) {
            throw new ConfigurationException(
                    "the environment variable " + name + " must be a number of " + unit + ", not '" + text.orElseThrow()
                            + "'",
                    malformed);
        }
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** The same server with all settings. */
    public NetworkAddress with(LargeObjectSettings settings, Duration tolerance) {
        return new NetworkAddress(redisUrl, storeName, Optional.of(settings), Optional.of(tolerance));
    }

    Map<String, String> asEnvironment() {
        Map<String, String> environment = new HashMap<>();
        environment.put(URL_VARIABLE, redisUrl);
        storeName.ifPresent(name -> environment.put(STORE_VARIABLE, name));
        largeObjects.ifPresent(settings -> {
            settings.directory()
                    .ifPresent(path -> environment.put(
                            DIRECTORY_VARIABLE, path.toAbsolutePath().toString()));
            environment.put(LIMIT_VARIABLE, Long.toString(settings.limitBytes()));
        });
        outageTolerance.ifPresent(
                tolerance -> environment.put(TOLERANCE_VARIABLE, Long.toString(tolerance.toMillis())));
        return environment;
    }

    @Override
    public String toString() {
        return "address in " + URL_VARIABLE;
    }
}
