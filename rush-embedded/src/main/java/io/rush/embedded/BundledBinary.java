package io.rush.embedded;

import io.rush.api.error.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The Redis 7.0.15 of 2024 that comes in the archive {@code org.signal:embedded-redis}. */
final class BundledBinary {
    private static final String PREFIX = "redis-server-7.0.15-";

    private BundledBinary() {}

    static Optional<Path> extract(Platform platform, Path directory) {
        return Optional.ofNullable(BundledBinary.class.getClassLoader().getResource(PREFIX + platform.classifier()))
                .map(resource -> extract(resource, directory.resolve("redis-server")));
    }

    private static Path extract(URL resource, Path target) {
        try (InputStream content = resource.openStream()) {
            Files.copy(content, target);
        } catch (IOException e) {
            throw notExtracted(target, e);
        }
        if (!target.toFile().setExecutable(true)) {
            throw notExtracted(target, new IOException("the file cannot be made executable"));
        }
        return target;
    }

    private static ConfigurationException notExtracted(Path target, IOException cause) {
        return new ConfigurationException(
                "the bundled redis-server cannot be extracted to " + target + ": " + cause.getMessage()
                        + "; make room there, set java.io.tmpdir, or install redis-server",
                cause);
    }
}
