package io.rush.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program that has ended. */
record Run(int exitCode, String output) {
    /** Of this JVM's class path. */
    static Run of(Class<?> program, Map<String, String> environment) throws IOException, InterruptedException {
        return of(
                Path.of("."),
                List.of("-classpath", System.getProperty("java.class.path"), program.getName()),
                environment);
    }

    /** What {@code java} does with these arguments in that directory. */
    static Run of(Path directory, List<String> arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().remove("REDIS_URL");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), output);
    }
}
