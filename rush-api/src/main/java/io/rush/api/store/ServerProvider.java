package io.rush.api.store;

/**
 * Starts a Redis server for development and tests. Found by {@link java.util.ServiceLoader} when neither a plan, nor a
 * URL, nor {@code REDIS_URL} names a server. A public class with a public constructor without arguments.
 */
public interface ServerProvider {
    /** The name it is reported under, for example {@code embedded}. */
    String name();

    /**
     * The URL of a running server on the loopback interface; started at the first call, the same one afterwards. The
     * server ends with this JVM. Thread-safe.
     *
     * @throws io.rush.api.error.ConfigurationException if no server can be started here
     */
    String url();
}
