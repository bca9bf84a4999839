package io.rush.embedded;

import io.rush.api.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Where one server lives: its directory, its binary, its options, and what ends it together with this JVM. */
final class ServerHome {
    private final TemporaryDirectory directory;
    private final Lifeline lifeline;
    private final Path binary;
    private final ServerOptions options;

    private ServerHome(TemporaryDirectory directory, Lifeline lifeline, Path binary, ServerOptions options) {
        this.directory = directory;
        this.lifeline = lifeline;
        this.binary = binary;
        this.options = options;
    }

    static ServerHome create(ServerOptions options, Function<Path, Lifeline> lifelines) {
        TemporaryDirectory directory = TemporaryDirectory.create();
        Lifeline lifeline = lifelines.apply(directory.path());
        try {
            return new ServerHome(directory, lifeline, RedisBinary.locate(directory.path()), options);
        } catch (RuntimeException e) {
            directory.delete();
            lifeline.close();
            throw e;
        }
    }

    ServerProcess launch(int port) {
        Path configuration = directory.path().resolve("redis.conf");
        try {
            Path data = Files.createDirectories(directory.path().resolve("data"));
            Files.writeString(configuration, options.toConfiguration(port, data));
            List<String> command = new ArrayList<>(List.of(binary.toString(), configuration.toString()));
            command.addAll(options.flags());
            return ServerProcess.of(lifeline.launch(command), port);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "redis-server could not be launched from " + binary + ": " + e.getMessage()
                            + "; mend that, or set REDIS_URL to use another server",
                    e);
        }
    }

    Path path() {
        return directory.path();
    }

    void close() {
        directory.delete();
        lifeline.close();
    }
}
