package io.rush.bench.failover;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What workers noted, past Redis: a directory with a file for each, a line for each beginning of a task. */
final class Traces implements AutoCloseable {
    private final Path directory;

    private Traces(Path directory) {
        this.directory = directory;
    }

    /** In a directory that is gone once they are closed. */
    static Traces create() {
        try {
            return new Traces(Files.createTempDirectory("rush-failover-"));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    Path directory() {
        return directory;
    }

    /** Notes that a worker begins a task now. The clock is that of the machine, the same in every JVM. */
    static void note(Path directory, String worker, String key) {
        try {
            Files.writeString(directory.resolve(worker), key + " " + Instant.now() + "\n", CREATE, APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** How many workers have begun a task since a moment, as the system dates their files. */
    long beganSince(Instant moment) {
        return files().stream().filter(file -> wasWrittenSince(file, moment)).count();
    }

    private static boolean wasWrittenSince(Path file, Instant moment) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isAfter(moment);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All that was noted. */
    List<Evaluation> read() {
        List<Evaluation> evaluations = new ArrayList<>();
        for (Path file : files()) {
            String worker = file.getFileName().toString();
            for (String line : lines(file)) {
                String[] words = line.split(" ", -1);
                evaluations.add(new Evaluation(worker, words[0], Instant.parse(words[1])));
            }
        }
        return evaluations;
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        files().forEach(Traces::delete);
        delete(directory);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
