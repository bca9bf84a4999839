package io.rush.loop.process.system;

import io.rush.api.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A directory that only this user can look into, with a path that is short enough for sockets. Holds no directories. */
public final class PrivateDirectory implements AutoCloseable {
    /** Bytes that a path of a socket may have on every system, less those of a name in the directory. */
    private static final int LONGEST = 80;

    private final Path path;

    private PrivateDirectory(Path path) {
        this.path = path;
    }

    /**
     * In the temporary directory of this JVM.
     *
     * @throws ConfigurationException if none can be made
     */
    public static PrivateDirectory create() {
        Path own = Path.of(System.getProperty("java.io.tmpdir", "/tmp")).toAbsolutePath();
        return new PrivateDirectory(Stream.of(own, Path.of("/tmp"))
                .filter(parent -> parent.toString().length() <= LONGEST && Files.isDirectory(parent))
                .findFirst()
                .map(PrivateDirectory::within)
                .orElseThrow(() -> new ConfigurationException("the path of the temporary directory " + own
                        + " is too long for a socket; set java.io.tmpdir to a shorter one")));
    }

    /** The system makes temporary directories for their owner alone. */
    private static Path within(Path parent) {
        try {
            return Files.createTempDirectory(parent, "rush-");
        } catch (IOException refused) {
            throw new ConfigurationException("no directory can be made in " + parent + ": " + refused, refused);
        }
    }

    public Path path() {
        return path;
    }

    /** Deletes a directory and its files as far as that is possible. */
    public static void delete(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> files = entries.toList();
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(directory);
        } catch (IOException goneOrInUse) {
            // What is left is the system's to clean, as everything in its temporary directory.
        }
    }

    @Override
    public void close() {
        delete(path);
    }
}
