package io.rush.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EndOfJvmTest {
    @Test
    void theServerAndItsDirectoryEndWhenTheJvmIsKilled() throws IOException {
        try (Child child = Child.start("shell")) {
            child.process().destroyForcibly();

            awaitEnd(child.server());
            assertThat(child.watchers()).hasSize(1).allSatisfy(EndOfJvmTest::awaitEnd);
            assertThat(child.directory()).doesNotExist();
        }
    }

    @Test
    void theServerAndItsDirectoryEndWhenTheJvmExitsWithoutClosing() throws IOException {
        try (Child child = Child.start("shell")) {
            child.process().getOutputStream().close();

            awaitEnd(child.server());
            child.watchers().forEach(EndOfJvmTest::awaitEnd);
            assertThat(child.directory()).doesNotExist();
        }
    }

    @Test
    void aRestartedServerEndsWhenTheJvmIsKilled() throws IOException {
        try (Child child = Child.start("shell", "restart")) {
            child.process().destroyForcibly();

            awaitEnd(child.server());
            child.watchers().forEach(EndOfJvmTest::awaitEnd);
            assertThat(child.directory()).doesNotExist();
        }
    }

    @Test
    void withoutAShellServerAndDirectoryEndWhenTheJvmExits() throws IOException {
        try (Child child = Child.start("hook")) {
            assertThat(child.watchers()).isEmpty();

            child.process().getOutputStream().close();

            awaitEnd(child.process().toHandle());
            assertThat(child.server().isAlive()).isFalse();
            assertThat(child.directory()).doesNotExist();
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** A JVM that runs {@link ServerMain}, and the server it started. */
    private record Child(Process process, ProcessHandle server, List<ProcessHandle> watchers, Path directory)
            implements AutoCloseable {
        static Child start(String... arguments) throws IOException {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Process process = new ProcessBuilder(Stream.concat(
                                    Stream.of(java, "-cp", classPath(), ServerMain.class.getName()),
                                    Stream.of(arguments))
                            .toList())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader reader = process.inputReader();
            ProcessHandle server =
                    ProcessHandle.of(Long.parseLong(reader.readLine())).orElseThrow();
            Path directory = Path.of(reader.readLine());
            assertThat(directory).exists();
            assertThat(server.isAlive()).isTrue();
            List<ProcessHandle> others =
                    process.children().filter(other -> !other.equals(server)).toList();
            return new Child(process, server, others, directory);
        }

        /** Module path and class path as one; the classes of tests may be on neither, but patched into a module. */
        private static String classPath() {
            return Stream.of("jdk.module.path", "java.class.path")
                    .map(name -> System.getProperty(name, ""))
                    .filter(path -> !path.isEmpty())
                    .reduce(testClasses(), (paths, path) -> paths + File.pathSeparator + path);
        }

        private static String testClasses() {
            String inside = ServerMain.class.getName().replace('.', '/') + ".class";
            String whole = URI.create(String.valueOf(ServerMain.class.getResource("ServerMain.class")))
                    .getPath();
            return whole.substring(0, whole.length() - inside.length());
        }

        @Override
        public void close() {
            process.destroyForcibly();
            server.destroyForcibly();
        }
    }
}
