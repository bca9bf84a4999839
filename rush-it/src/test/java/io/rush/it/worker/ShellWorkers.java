package io.rush.it.worker;

import io.rush.it.support.Jvm;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A script that a shell runs, tracing each command; what it and its workers write goes to one file. */
final class ShellWorkers implements AutoCloseable {
    private final Process shell;
    private final Path output;

    private ShellWorkers(Process shell, Path output) {
        this.shell = shell;
        this.output = output;
    }

    /** The class path that scripts of tests are made with. */
    static String classPath() {
        return String.join(File.pathSeparator, Jvm.path());
    }

    static ShellWorkers run(Path directory, String script, Map<String, String> environment) throws IOException {
        Path file = Files.writeString(Files.createTempFile(directory, "workers", ".sh"), script);
        Path output = Files.createTempFile(directory, "workers", ".out");
        ProcessBuilder builder = new ProcessBuilder("sh", "-x", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().remove("RUSH_REDIS_URL");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return new ShellWorkers(builder.start(), output);
    }

    String output() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /** Its exit code, once it has ended. */
    int exitCode() throws InterruptedException {
        if (!shell.waitFor(1, TimeUnit.MINUTES)) {
            throw new AssertionError("the script did not end within a minute");
        }
        return shell.exitValue();
    }

    /** Asks it to end (SIGTERM). */
    void terminate() {
        shell.destroy();
    }

    List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(shell.toHandle()), shell.descendants()).toList();
    }

    @Override
    public void close() {
        processes().forEach(ProcessHandle::destroyForcibly);
    }
}
