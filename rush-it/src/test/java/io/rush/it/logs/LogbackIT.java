package io.rush.it.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.log.LogTable;
import io.rush.it.support.Jvm;
import io.rush.it.support.TestNetwork;
import java.io.File;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker in a program that logs by way of Logback. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LogbackIT {
    @Test
    void whatAWorkerLogsByWayOfLogbackGoesToRedis() throws Exception {
        try (TestNetwork network = TestNetwork.open()) {
            assertThat(run(network.id(), network.url())).endsWith("ch.qos.logback.classic.LoggerContext");

            LogTable log = network.rush().logs().read();

            assertThat(log.messages()).containsExactly("worker slf4j says 5", "of the JDK", "it failed");
            assertThat(log.stream()).allSatisfy(entry -> {
                assertThat(entry.workerId()).isEqualTo("slf4j");
                assertThat(entry.thread()).isEqualTo("main");
            });
            assertThat(log.entries().get(0).level()).isEqualTo(Level.DEBUG);
            assertThat(log.entries().get(2).logger()).isEqualTo("app.model");
            assertThat(log.entries().get(2).throwable().orElseThrow())
                    .contains(
                            "java.lang.IllegalStateException: no convergence",
                            "\tat " + LogbackProgram.class.getName());
        }
    }

    /** The libraries are not on the path of the tests, where they would be noisy. */
    private static String run(String... arguments) throws Exception {
        List<String> path = new ArrayList<>(Jvm.path());
        path.addAll(List.of(System.getProperty("rush.logback.path").split(File.pathSeparator, -1)));
        List<String> line = new ArrayList<>(
                List.of(Jvm.java(), "-cp", String.join(File.pathSeparator, path), LogbackProgram.class.getName()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            return output.strip();
        } finally {
            process.destroyForcibly();
        }
    }
}
