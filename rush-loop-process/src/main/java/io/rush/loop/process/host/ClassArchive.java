package io.rush.loop.process.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the classes of a child look like in memory, in a file that later children map instead of reading and verifying
 * their jars again. A child that does nothing else writes it, once so many have been started that it pays; where the JVM
 * cannot (directories on the class path, patched modules), all goes on without. Thread-safe.
 */
final class ClassArchive implements AutoCloseable {
    /** Children that cost together about what making the archive costs. */
    static final int CHILDREN_BEFORE = 8;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path file;
    private final boolean wanted;
    private int started;
    private volatile boolean written;
    private @Nullable Child writer;
    private boolean closed;

    /**
     * In a directory that nobody else can write to.
     *
     * @param jvmOptions those of the user, who may have a way of sharing of their own
     */
    ClassArchive(Path directory, boolean wanted, List<String> jvmOptions) {
        this.file = directory.resolve("children.jsa");
        this.wanted = wanted && jvmOptions.stream().noneMatch(ClassArchive::isAboutSharing);
    }

    private static boolean isAboutSharing(String option) {
        return Stream.of("-Xshare", "-XX:SharedArchiveFile", "-XX:ArchiveClassesAtExit", "-XX:+AutoCreateSharedArchive")
                .anyMatch(option::startsWith);
    }

    /** The options of a child that uses the archive, once there is one; without it, it says nothing of it. */
    Optional<List<String>> options() {
        return written ? Optional.of(List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds*=off")) : Optional.empty();
    }

    /** The options of the child that writes the archive when it ends. */
    List<String> writerOptions() {
        return List.of("-XX:ArchiveClassesAtExit=" + file, "-Xlog:disable");
    }

    /** Counts a child; has the archive written if it is time. */
    void count(Start writerStart) {
        started++;
        if (wanted && started == CHILDREN_BEFORE) {
            Thread thread = new Thread(() -> write(writerStart), "rush-child-classes");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void write(Start writerStart) {
        try {
            Child child = keep(writerStart.start());
            if (child.awaitReady().isEmpty()) {
                child.retire(PATIENCE);
                written = Files.exists(file);
            } else {
                child.kill();
            }
        } catch (IOException refused) {
            // Then children start as the first ones did.
        } catch (InterruptedException abandoned) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Child keep(Child child) {
        writer = child;
        if (closed) {
            child.kill();
        }
        return child;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (writer != null) {
            writer.kill();
        }
    }

    /** Starts the child that writes the archive. */
    @FunctionalInterface
    interface Start {
        Child start() throws IOException;
    }
}
