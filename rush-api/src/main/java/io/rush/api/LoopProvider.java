package io.rush.api;

import io.rush.api.error.ConfigurationException;
import java.util.Map;

/**
 * Makes the worker loop that evaluates a task function in a certain way. Found by {@link java.util.ServiceLoader} under
 * its name.
 *
 * <p>A public class with a public constructor without arguments, named both in its module descriptor and in {@code
 * META-INF/services}. Instances are stateless and thread-safe.
 */
public interface LoopProvider {
    /** The name users choose it by, for example {@code inprocess}: lower case letters, digits and hyphens. */
    String name();

    /**
     * Refuses what the loop cannot do, before any worker is started. Called where workers are started and where they run.
     * Here: any option.
     *
     * @param workload the function: by name, or an instance of this JVM for workers that share it
     * @param options what the user chose ({@link WorkerSpec#loopOptions}): whole numbers as {@link Long}, others as {@link
     *     Double}
     * @throws ConfigurationException naming what is wrong, and what is known instead
     */
    default void check(Workload workload, Map<String, Object> options) {
        if (!options.isEmpty()) {
            throw new ConfigurationException(
                    "the loop '" + name() + "' has no options; leave out " + String.join(", ", options.keySet()));
        }
    }

    /** The loop of one worker. */
    WorkerLoop create(LoopContext context);
}
