package io.rush.core.launch;

import io.rush.api.error.ConfigurationException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the process of a worker reaches Redis; travels in the environment, never in an argument. {@link #toString()} shows
 * no secret.
 *
 * @param redisUrl the server with its credentials
 * @param storeName the store provider, where one was chosen by name
 */
public record NetworkAddress(String redisUrl, Optional<String> storeName) {
    /** The environment variable that holds the URL. */
    public static final String URL_VARIABLE = "RUSH_REDIS_URL";

    /** The environment variable that holds the name of the store provider. */
    public static final String STORE_VARIABLE = "RUSH_STORE";

    /** @throws ConfigurationException if the URL is missing */
    static NetworkAddress of(Map<String, String> environment) {
        String url = environment.getOrDefault(URL_VARIABLE, "");
        if (url.isBlank()) {
            throw new ConfigurationException("the environment variable " + URL_VARIABLE
                    + " is not set; set it to redis://[user:password@]host[:port][/database]");
        }
        return new NetworkAddress(
                url, Optional.ofNullable(environment.get(STORE_VARIABLE)).filter(name -> !name.isBlank()));
    }

    Map<String, String> asEnvironment() {
        Map<String, String> environment = new HashMap<>();
        environment.put(URL_VARIABLE, redisUrl);
        storeName.ifPresent(name -> environment.put(STORE_VARIABLE, name));
        return environment;
    }

    @Override
    public String toString() {
        return "address in " + URL_VARIABLE;
    }
}
