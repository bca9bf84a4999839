package io.rush.core.launch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Standard error of a process that may outlive this JVM, in a file. The file is deleted once the process ended, if this
 * JVM is there to see it.
 */
final class FiledErrors implements ErrorOutput {
    private final Path file;
    private @Nullable String kept;

    FiledErrors(Path file) {
        this.file = file;
    }

    @Override
    public synchronized String end() {
        if (kept == null) {
            kept = read();
        }
        return kept;
    }

    private String read() {
        try (RandomAccessFile errors = new RandomAccessFile(file.toFile(), "r")) {
            errors.seek(Math.max(0, errors.length() - Tail.LIMIT));
            byte[] bytes = new byte[(int) (errors.length() - errors.getFilePointer())];
            errors.readFully(bytes);
            return new String(bytes, JvmCommand.launcherCharset());
        } catch (IOException unreadable) {
            return "(its standard error in " + file + " cannot be read: " + unreadable.getMessage() + ")";
        } finally {
            delete();
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            file.toFile().deleteOnExit();
        }
    }
}
