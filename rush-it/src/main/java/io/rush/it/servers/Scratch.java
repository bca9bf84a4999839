package io.rush.it.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that the servers of this JVM share. */
final class Scratch {
    /** With a path so short that it may hold sockets. */
    private static final Path DIRECTORY = create();

    private Scratch() {}

    static Path directory() {
        return DIRECTORY;
    }

    /** For this machine's loopback names. */
    static Certificates certificates() {
        return OnDemand.CERTIFICATES;
    }

    private static Path create() {
        try {
            Path directory = Files.createTempDirectory("rush-it-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory), "rush-it-scratch"));
            return directory;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.list(directory)) {
            files.map(Path::toFile).forEach(file -> file.delete());
        } catch (IOException unreadable) {
            return;
        } finally {
            directory.toFile().delete();
        }
    }

    /** Making a key pair takes a second. */
    private static final class OnDemand {
        static final Certificates CERTIFICATES = Certificates.make(DIRECTORY, "server", "dns:localhost,ip:127.0.0.1");
    }
}
