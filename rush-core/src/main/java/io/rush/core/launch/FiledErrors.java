package io.rush.core.launch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Standard error of a process in a file. One that nobody asked for is deleted once the process ended, if this JVM is there
 * to see it.
 */
final class FiledErrors implements ErrorOutput {
    private final Path file;
    private final boolean temporary;
    private @Nullable String kept;

    private FiledErrors(Path file, boolean temporary) {
        this.file = file;
        this.temporary = temporary;
    }

    /** In a file that is deleted in the end. */
    static FiledErrors temporary(Path file) {
        return new FiledErrors(file, true);
    }

    /** In a file of the user's. */
    static FiledErrors kept(Path file) {
        return new FiledErrors(file, false);
    }

    @Override
    public String name() {
        return temporary ? ErrorOutput.super.name() : "standard error, which is in " + file;
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
            if (temporary) {
                delete();
            }
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
