package io.rush.api;

import io.rush.api.error.ConfigurationException;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Connects the API to its implementation; rush-core provides the only one. Neither users nor plugin authors call it.
 */
public interface RushProvider {
    /** Opens a controller's handle. */
    Rush connect(RushConfig config);

    /** Registers a worker of the caller's and opens its handle. */
    RushWorker register(RushConfig config, WorkerSettings settings);

    /**
     * Proves that a server answers.
     *
     * @throws io.rush.api.error.StoreException if it does not
     */
    void check(RushPlan plan);

    /** A function in a JVM that a loop started; see {@link ChildContext#of}. */
    ChildContext child(byte[] handover);

    /**
     * The provider on the path.
     *
     * @throws ConfigurationException if there is none, or more than one
     */
    static RushProvider find(ClassLoader classLoader) {
        List<RushProvider> found;
        try {
            found = ServiceLoader.load(RushProvider.class, classLoader).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError broken) {
            throw new ConfigurationException(
                    "the implementation of rush cannot be loaded: " + broken.getMessage(), broken);
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        String mend = found.isEmpty() ? "add the artifact io.rush:rush-core" : "keep one of " + found;
        throw new ConfigurationException(found.size() + " implementations of rush are on the path; " + mend);
    }

    /** The loader of the API, which sees the application in the usual set-ups. */
    static ClassLoader defaultClassLoader() {
        ClassLoader own = RushProvider.class.getClassLoader();
        return own == null ? ClassLoader.getSystemClassLoader() : own;
    }
}
