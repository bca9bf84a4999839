package io.rush.it.large;

import io.rush.api.Rush;
import io.rush.api.RushConfig;
import io.rush.api.RushWorker;
import io.rush.it.support.TestNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A network with a large-object directory and a limit of a thousand bytes. */
final class LargeNetwork implements AutoCloseable {
    static final long LIMIT = 1_000;
    static final String MARKER = "{\"$large\":";

    final TestNetwork network = TestNetwork.open();
    final Path directory;
    final Rush rush;

    LargeNetwork(Path directory) {
        this.directory = directory;
        this.rush = Rush.connect(config());
    }

    RushConfig config() {
        return without().largeObjectDirectory(directory).build();
    }

    /** The same limit and no directory. */
    RushConfig.Builder without() {
        return RushConfig.builder(network.id()).redisUrl(network.url()).largeObjectLimitBytes(LIMIT);
    }

    RushWorker worker() {
        return RushWorker.register(config());
    }

    static List<Long> numbers(int from, int size) {
        return LongStream.range(from, from + size).boxed().toList();
    }

    /** What stands in a field of a task in Redis. */
    String field(String key, String field) {
        return network.send("HGET", network.key("task:" + key), field).asText();
    }

    /** The files of the network, by kind. */
    List<Path> files(String kind) {
        return filesBelow(directory.resolve(network.id()).resolve(kind));
    }

    List<Path> allFiles() {
        return filesBelow(directory);
    }

    private static List<Path> filesBelow(Path root) {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        rush.close();
        network.close();
    }
}
