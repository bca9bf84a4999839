package io.rush.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.it.support.TestRedis;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program that uses rush does the same on the class path and on the module path, without any option. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class BothPathsIT {
    private static final List<String> RESULTS = List.of("PROCESS DONE [9, 16]", "THREAD DONE [9, 16]");

    private final String network = "test-" + UUID.randomUUID();

    @TempDir
    private Path directory;

    @Test
    void aProgramEvaluatesOnTheClassPath() throws Exception {
        assertThat(ConsumerProgram.compile(directory).runOnClassPath(network, TestRedis.url()))
                .containsAll(RESULTS)
                .endsWith("named module: false");
    }

    @Test
    void aProgramEvaluatesOnTheModulePath() throws Exception {
        assertThat(ConsumerProgram.compile(directory).runOnModulePath(network, TestRedis.url()))
                .containsAll(RESULTS)
                .endsWith("named module: true");
    }

    @Test
    void aProgramWithoutAnAddressFindsTheDevelopmentServerOnBothPaths() throws Exception {
        ConsumerProgram program = ConsumerProgram.compile(directory);

        assertThat(program.runOnClassPath(network)).containsAll(RESULTS).endsWith("named module: false");
        assertThat(program.runOnModulePath(network)).containsAll(RESULTS).endsWith("named module: true");
    }
}
