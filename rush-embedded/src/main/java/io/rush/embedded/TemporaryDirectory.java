package io.rush.embedded;

import io.rush.api.error.ConfigurationException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A fresh directory that only this user can read. */
record TemporaryDirectory(Path path) {
    static TemporaryDirectory create() {
        try {
            return new TemporaryDirectory(
                    Files.createTempDirectory("rush-redis-").toAbsolutePath());
        } catch (IOException e) {
            throw new ConfigurationException(
                    "no directory for the Redis server could be made in " + System.getProperty("java.io.tmpdir")
                            + "; make it writable or set java.io.tmpdir",
                    e);
        }
    }

    /** Deletes what it can: a file that stays behind in a temporary directory must not fail the caller. */
    void delete() {
        try (Stream<Path> contents = Files.walk(path)) {
            contents.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            path.toFile().delete();
        }
    }
}
