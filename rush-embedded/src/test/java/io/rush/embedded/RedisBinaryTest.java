package io.rush.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.error.ConfigurationException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisBinaryTest {
    private static final Platform UNKNOWN = new Platform("Plan 9", "mips");

    @TempDir
    private Path directory;

    @Test
    void theOneOnThePathIsPreferredAndNothingIsExtracted() throws IOException {
        Path installed = executable("first", "redis-server");
        executable("second", "redis-server");

        assertThat(RedisBinary.locate(searchPath("absent", "first", "second"), Platform.current(), directory))
                .isEqualTo(installed);
        assertThat(directory.resolve("redis-server")).doesNotExist();
    }

    @Test
    void whatCannotBeExecutedIsNoServer() throws IOException {
        Files.createDirectories(directory.resolve("folder/redis-server"));
        Path text = Files.createFile(
                Files.createDirectories(directory.resolve("text")).resolve("redis-server"));
        assertThat(text).matches(file -> !Files.isExecutable(file));
        Path installed = executable("last", "redis-server");

        assertThat(RedisBinary.locate(searchPath("folder", "text", "last"), UNKNOWN, directory))
                .isEqualTo(installed);
    }

    @Test
    void withoutOneOnThePathTheBundledOneIsExtractedAndRuns() throws IOException {
        Path binary = RedisBinary.locate("", Platform.current(), directory);

        assertThat(binary).hasParent(directory).isExecutable();
        Process version = new ProcessBuilder(binary.toString(), "--version").start();
        assertThat(version.inputReader().readLine()).contains("v=7.0.15");
    }

    @Test
    void withoutAnyTheErrorNamesThePlatformAndTheMend() {
        assertThatThrownBy(() -> RedisBinary.locate("", UNKNOWN, directory))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Plan 9 on mips")
                .hasMessageContaining("install redis-server")
                .hasMessageContaining("REDIS_URL");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-amd64",
        "Linux, aarch64, linux-arm64",
        "Linux, i386, linux-386",
        "Mac OS X, x86_64, darwin-amd64",
        "Mac OS X, aarch64, darwin-arm64"
    })
    void thereIsABundledBinaryFor(String system, String processor, String classifier) {
        Platform platform = new Platform(system, processor);

        assertThat(platform.classifier()).isEqualTo(classifier);
        assertThat(BundledBinary.extract(platform, directory))
                .hasValueSatisfying(file -> assertThat(file).isExecutable());
    }

    private String searchPath(String... folders) {
        return String.join(
                File.pathSeparator,
                Stream.of(folders).map(directory::resolve).map(Path::toString).toList());
    }

    private Path executable(String folder, String name) throws IOException {
        Path file = Files.createFile(
                Files.createDirectories(directory.resolve(folder)).resolve(name));
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
