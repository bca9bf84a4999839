package io.rush.api;

import java.util.List;

/** The command that starts a JVM beside the worker's, and the file that holds a part of it where it is long. */
public interface ChildJvm extends AutoCloseable {
    /** The launcher and its arguments, for {@link ProcessBuilder}. */
    List<String> line();

    /** Deletes what was made for the command, once no process is to be started with it any more. Twice is harmless. */
    @Override
    void close();
}
