package io.rush.core.large;

import io.rush.api.task.LargeObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The files of one network in the large-object directory. A file is named by its checksum, so equal contents share one,
 * and to write one again changes nothing. Thread-safe, also across processes.
 */
final class NetworkFiles {
    /** A file whose writer has written nothing for so long is left by a crash. */
    private static final Duration OLDEST_UNFINISHED = Duration.ofHours(1);

    private final Path directory;
    private final Path root;

    NetworkFiles(Path directory, String networkId) {
        this.directory = directory;
        this.root = directory.resolve(networkId);
    }

    /** The large-object directory. */
    Path directory() {
        return directory;
    }

    Path root() {
        return root;
    }

    Path of(ObjectKind kind) {
        return root.resolve(kind.directory());
    }

    LargeObject write(ObjectKind kind, Format format, byte[] content) throws IOException {
        String sha256 = Sha256.of(content);
        String file = kind.directory() + "/" + sha256 + format.ending();
        AtomicFile.write(root.resolve(file), content);
        return new LargeObject(file, content.length, sha256);
    }

    /** What the file of a reference holds now. */
    byte[] read(LargeObject reference) throws IOException {
        return Files.readAllBytes(root.resolve(reference.file()));
    }

    long size(LargeObject reference) throws IOException {
        return Files.size(root.resolve(reference.file()));
    }

    /** Deletes what writers that crashed left behind. */
    void deleteUnfinished() throws IOException {
        Instant limit = Instant.now().minus(OLDEST_UNFINISHED);
        for (ObjectKind kind : ObjectKind.values()) {
            for (Path file : Files.isDirectory(of(kind)) ? list(of(kind)) : List.<Path>of()) {
                if (file.toString().endsWith(AtomicFile.UNFINISHED)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    /** How the content of a file is to be understood. */
    enum Format {
        /** A value as JSON. */
        JSON,
        /** Bytes as they are. */
        BIN;

        String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }

        boolean isOf(LargeObject reference) {
            return reference.file().endsWith(ending());
        }
    }
}
