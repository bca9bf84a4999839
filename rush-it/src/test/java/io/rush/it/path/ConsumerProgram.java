package io.rush.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.it.support.Jvm;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/** A program of somebody who uses rush: a module of its own, compiled against the API alone. */
final class ConsumerProgram {
    private static final Pattern TOOLS_OF_TESTS = Pattern.compile(
            "(rush-it|test-classes|junit|assertj|opentest4j|apiguardian|awaitility|archunit|hamcrest|byte-buddy"
                    + "|surefire|failsafe|maven|plexus).*");
    private static final List<String> LIBRARIES =
            Jvm.path().stream().filter(ConsumerProgram::isNoToolOfTests).toList();
    private static final String DESCRIPTOR = """
            module com.example.consumer {
                requires io.rush.api;
                exports com.example.consumer;
            }
            """;
    private static final String FUNCTION = """
            package com.example.consumer;

            import io.rush.api.task.TaskContext;
            import io.rush.api.task.TaskFunction;
            import java.util.Map;

            public final class Square implements TaskFunction {
                @Override
                public Map<String, ?> evaluate(Map<String, Object> xs, TaskContext context) {
                    long x = (long) xs.get("x");
                    return Map.of("y", x * x);
                }
            }
            """;
    private static final String MAIN = """
            package com.example.consumer;

            import io.rush.api.Rush;
            import io.rush.api.RushConfig;
            import io.rush.api.WorkerKind;
            import io.rush.api.WorkerSpec;
            import java.util.Arrays;
            import java.util.List;
            import java.util.Map;

            public final class Main {
                public static void main(String[] arguments) {
                    RushConfig.Builder config = RushConfig.builder(arguments[0]);
                    if (arguments.length > 1) {
                        config.redisUrl(arguments[1]);
                    }
                    try (Rush rush = Rush.connect(config.build())) {
                        for (WorkerKind kind : WorkerKind.values()) {
                            rush.workers().startLocal(WorkerSpec.of(Square.class).kind(kind));
                            List<String> keys = rush.tasks().push(List.of(Map.of("x", 3L), Map.of("x", 4L)));
                            System.out.println(kind + " " + rush.tasks().await(keys) + " "
                                    + Arrays.toString(rush.archive().fetchFinished().longs("y")));
                            rush.reset();
                        }
                    }
                    System.out.println("named module: " + Main.class.getModule().isNamed());
                }
            }
            """;

    private final Path classes;

    private ConsumerProgram(Path classes) {
        this.classes = classes;
    }

    static ConsumerProgram compile(Path directory) throws IOException {
        Path sources = Files.createDirectories(directory.resolve("sources"));
        Path classes = Files.createDirectories(directory.resolve("classes"));
        List<String> arguments = new ArrayList<>(
                List.of("-d", classes.toString(), "-p", String.join(File.pathSeparator, LIBRARIES), "-implicit:none"));
        arguments.add(Files.writeString(sources.resolve("module-info.java"), DESCRIPTOR)
                .toString());
        arguments.add(
                Files.writeString(sources.resolve("Square.java"), FUNCTION).toString());
        arguments.add(Files.writeString(sources.resolve("Main.java"), MAIN).toString());
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output, true);
        int code = ToolProvider.findFirst("javac").orElseThrow().run(writer, writer, arguments.toArray(String[]::new));
        assertThat(code).as(output.toString()).isZero();
        return new ConsumerProgram(classes);
    }

    /** What it prints on the class path, line by line. */
    List<String> runOnClassPath(String... arguments) throws IOException, InterruptedException {
        return run(List.of("-cp", path(), "com.example.consumer.Main"), arguments);
    }

    /** What it prints on the module path, line by line. */
    List<String> runOnModulePath(String... arguments) throws IOException, InterruptedException {
        return run(List.of("-p", path(), "-m", "com.example.consumer/com.example.consumer.Main"), arguments);
    }

    private String path() {
        return classes + File.pathSeparator + String.join(File.pathSeparator, LIBRARIES);
    }

    private static boolean isNoToolOfTests(String entry) {
        for (Path element : Path.of(entry)) {
            if (TOOLS_OF_TESTS.matcher(element.toString()).matches()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> run(List<String> launch, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(Jvm.java()));
        line.addAll(launch);
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
        List.of("REDIS_URL", "CLASSPATH", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")
                .forEach(builder.environment()::remove);
        Process process = builder.start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            return output.lines().toList();
        } finally {
            process.destroyForcibly();
        }
    }
}
