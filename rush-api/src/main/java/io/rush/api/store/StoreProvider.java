package io.rush.api.store;

import java.util.Optional;

/**
 * Adapts one Redis client library to rush. Found by {@link java.util.ServiceLoader}, or handed to the configuration.
 *
 * <p>A provider knows nothing of tasks: it sends commands and brings replies. It is a public class with a public
 * constructor without arguments, named both in its module descriptor and in {@code META-INF/services}. Instances are
 * stateless and thread-safe.
 */
public interface StoreProvider {
    /** The name users choose it by, for example {@code jedis}: lower case letters, digits and hyphens. */
    String name();

    /**
     * Opens connections to the server that {@code config} describes and proves that they work.
     *
     * @throws io.rush.api.error.StoreException if the server is not reached or refuses the credentials; the message
     *     names host and port, never the password
     * @throws io.rush.api.error.ConfigurationException if the library cannot do what {@code config} asks for
     */
    RedisStore open(StoreConfig config);

    /**
     * Makes a store of a client of this provider's library that the caller made and keeps: {@link RedisStore#close()}
     * leaves it open, and ends only what the store itself opened. As it stands here, no client is taken.
     *
     * @return empty if {@code client} is none of this library
     * @throws io.rush.api.error.ConfigurationException if it is one of the library, but none that a store can stand on
     */
    default Optional<RedisStore> adopt(Object client) {
        return Optional.empty();
    }
}
