package io.rush.api;

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

    /** The loop of one worker. */
    WorkerLoop create(LoopContext context);
}
