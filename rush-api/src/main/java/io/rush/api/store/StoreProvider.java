package io.rush.api.store;

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
     */
    RedisStore open(StoreConfig config);
}
