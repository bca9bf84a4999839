package io.rush.embedded;

import io.rush.api.error.ConfigurationException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the server's executable: that of the search path, which the distribution patches, else the bundled one. */
final class RedisBinary {
    private static final List<String> NAMES = List.of("redis-server", "redis-server.exe");

    private RedisBinary() {}

    /** The executable to run, extracted into the directory if it has to be. */
    static Path locate(Path directory) {
        return locate(Optional.ofNullable(System.getenv("PATH")).orElse(""), Platform.current(), directory);
    }

    static Path locate(String searchPath, Platform platform, Path directory) {
        return onPath(searchPath)
                .or(() -> BundledBinary.extract(platform, directory))
                .orElseThrow(() -> new ConfigurationException("no redis-server on the PATH and none bundled for "
                        + platform + "; install redis-server, or set REDIS_URL to use another server"));
    }

    private static Optional<Path> onPath(String searchPath) {
        return Stream.of(searchPath.split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> new File(folder, name)))
                .filter(file -> file.isFile() && file.canExecute())
                .map(file -> file.toPath().toAbsolutePath())
                .findFirst();
    }
}
