package io.rush.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.it.support.Jvm;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs somebody else's program with what rush ships, and without any option but those of the path. */
record Launch(List<String> path) {
    private static final Pattern TOOLS_OF_TESTS = Pattern.compile(
            "(rush-it|test-classes|junit|assertj|opentest4j|apiguardian|awaitility|archunit|hamcrest|byte-buddy"
                    + "|surefire|failsafe|maven|plexus).*");

    /** The jars of rush and of the libraries they need. */
    static final List<String> LIBRARIES =
            Jvm.path().stream().filter(entry -> !matches(entry, TOOLS_OF_TESTS)).toList();

    /** With these beside the jars of rush. */
    static Launch with(Path... entries) {
        return new Launch(LIBRARIES).and(entries);
    }

    /** With these before all others. */
    Launch and(Path... entries) {
        return new Launch(Stream.concat(Stream.of(entries).map(Path::toString), path.stream())
                .toList());
    }

    /** Without the entries of which some name matches. */
    Launch without(String pattern) {
        Pattern unwanted = Pattern.compile(pattern);
        List<String> rest =
                path.stream().filter(entry -> !matches(entry, unwanted)).toList();
        assertThat(rest).hasSizeLessThan(path.size());
        return new Launch(rest);
    }

    private static boolean matches(String entry, Pattern pattern) {
        for (Path element : Path.of(entry)) {
            if (pattern.matcher(element.toString()).matches()) {
                return true;
            }
        }
        return false;
    }

    /** What a main class prints on the class path, line by line. */
    List<String> onClassPath(String main, String... arguments) throws IOException, InterruptedException {
        return run(List.of("-cp", String.join(File.pathSeparator, path), main), arguments);
    }

    /** What a main class, written as module/class, prints on the module path, line by line. */
    List<String> onModulePath(String main, String... arguments) throws IOException, InterruptedException {
        return run(List.of("-p", String.join(File.pathSeparator, path), "-m", main), arguments);
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
