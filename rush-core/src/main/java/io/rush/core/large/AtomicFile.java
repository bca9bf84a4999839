package io.rush.core.large;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes files that are whole under their name, or not there at all, whenever the machine stops. */
final class AtomicFile {
    /** How the name of a file ends that is being written. */
    static final String UNFINISHED = ".tmp";

    /** A directory that a reset has moved away since is made again. */
    private static final int ATTEMPTS = 3;

    private AtomicFile() {}

    /** Writes a file and the directories above it; another one of that name is replaced. */
    static void write(Path file, byte[] content) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                writeOnce(file, content);
                return;
            } catch (NoSuchFileException moved) {
                if (attempt == ATTEMPTS) {
                    throw moved;
                }
            }
        }
    }

    private static void writeOnce(Path file, byte[] content) throws IOException {
        Path directory = file.resolveSibling("");
        Files.createDirectories(directory);
        Path unfinished = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + UNFINISHED);
        try {
            writeDurably(unfinished, content);
            rename(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        syncDirectory(directory);
    }

    private static void writeDurably(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes the name durable where the system lets a directory be opened. */
    @SuppressWarnings("EmptyCatch")
    private static void syncDirectory(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // The content is durable; the name is a matter of the file system then.
        }
    }
}
