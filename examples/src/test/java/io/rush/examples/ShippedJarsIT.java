package io.rush.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder {@code lib} with all jars that the examples need at run time, and the commands that people type beside it. */
class ShippedJarsIT {
    private static final Path BUILT = Path.of(System.getProperty("basedir", "."), "target");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"jedis", "lettuce"})
    void theQueueExampleRunsOnTheModulePath(String store) throws Exception {
        assemble(store);

        assertPrintsTheBest("-p", "lib", "-m", "io.rush.examples/io.rush.examples.QueueExample");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jedis", "lettuce"})
    void theQueueExampleRunsOnTheClassPath(String store) throws Exception {
        assemble(store);

        assertPrintsTheBest("-cp", "lib/*", "io.rush.examples.QueueExample");
    }

    private void assertPrintsTheBest(String... arguments) throws Exception {
        Run run = Run.of(directory, List.of(arguments), Map.of());

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains("1,000 of 1,000 finished", "10 rows x 6 columns", "0.398351");
    }

    private void assemble(String store) throws IOException {
        Path lib = Files.createDirectory(directory.resolve("lib"));
        copyJars(BUILT.resolve("lib-" + store), lib);
        Path examples = BUILT.resolve(System.getProperty("rush.examples.jar"));
        Files.copy(examples, lib.resolve(examples.getFileName()));

        assertThat(namesIn(lib))
                .filteredOn(name -> name.startsWith("rush-store-"))
                .singleElement()
                .asString()
                .startsWith("rush-store-" + store);
        assertThat(namesIn(lib))
                .anyMatch(name -> name.startsWith("rush-core-"))
                .noneMatch(name -> name.matches("(junit|assertj|rush-it|rush-log).*"));
    }

    private static void copyJars(Path from, Path to) throws IOException {
        for (String name : namesIn(from)) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
