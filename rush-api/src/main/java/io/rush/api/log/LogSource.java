package io.rush.api.log;

/**
 * Captures what is logged by way of a logging library. Found by {@link java.util.ServiceLoader}; that for {@code
 * java.util.logging} is built in.
 *
 * <p>A public class with a public constructor without arguments, named both in its module descriptor and in {@code
 * META-INF/services}. Used once in a JVM, however many of its threads are workers.
 */
public interface LogSource {
    /** What it captures, for messages: for example {@code logback}. */
    String name();

    /**
     * Hands everything that is logged from now on to a sink, until the tap is closed.
     *
     * @throws RuntimeException if the library cannot be tapped; the worker goes on without it
     */
    LogTap open(LogSink sink);
}
