package io.rush.core.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JvmCommandTest {
    private static final Path JAVA = Path.of("java");
    private static final Class<?> MODULAR = String.class;
    private static final String MAIN = "java.base/java.lang.String";

    @Test
    void pathsOptionsMainClassAndArgumentsStandInThatOrder() {
        RunningJvm jvm = new RunningJvm(JAVA, "a.jar", "mods", List.of("--add-opens=m/p=n"));

        JvmCommand command = JvmCommand.of(jvm, MODULAR, List.of("-Xmx1g"), List.of("net", "w1"));

        assertThat(command.argumentFile()).isEmpty();
        assertThat(command.line())
                .containsExactly(
                        "java",
                        "-cp",
                        "a.jar",
                        "-p",
                        "mods",
                        "--add-modules",
                        "ALL-MODULE-PATH",
                        "--add-opens=m/p=n",
                        "-Xmx1g",
                        "-m",
                        MAIN,
                        "net",
                        "w1");
    }

    @Test
    void aMainClassOutsideModulesIsNamedAlone() throws Exception {
        RunningJvm jvm = new RunningJvm(JAVA, "a.jar", "", List.of());
        ClassLoader loader = new UnnamedCopies(PathPrinter.class);

        JvmCommand command =
                JvmCommand.of(jvm, Class.forName(PathPrinter.class.getName(), false, loader), List.of(), List.of());

        assertThat(command.line()).containsExactly("java", "-cp", "a.jar", PathPrinter.class.getName());
    }

    @Test
    void longPathsStandInAnArgumentFileThatIsDeleted() throws IOException {
        RunningJvm jvm = new RunningJvm(JAVA, "a \"b\\c".repeat(JvmCommand.LONGEST_OPTIONS), "", List.of());

        JvmCommand command = JvmCommand.of(jvm, MODULAR, List.of("-Xmx1g"), List.of());

        Path file = command.argumentFile().orElseThrow();
        assertThat(command.line()).containsExactly("java", "@" + file, "-Xmx1g", "-m", MAIN);
        assertThat(Files.readString(file, JvmCommand.launcherCharset())).startsWith("\"-cp\"\n\"a \\\"b\\\\ca");
        command.close();
        assertThat(file).doesNotExist();
    }

    @Test
    void aChildSeesThePathsOfThisJvm() throws Exception {
        RunningJvm here = RunningJvm.here();

        assertThat(outputOf(here)).containsExactly(here.classPath(), here.modulePath());
    }

    @Test
    void aChildReadsLongPathsWithBlanksAndQuotes() throws Exception {
        RunningJvm here = RunningJvm.here();
        String classPath = here.classPath() + "/no such \"folder\" \\ here".repeat(2_000);
        RunningJvm jvm = new RunningJvm(here.java(), classPath, here.modulePath(), here.moduleOptions());

        assertThat(outputOf(jvm)).containsExactly(classPath, here.modulePath());
    }

    private static List<String> outputOf(RunningJvm jvm) throws Exception {
        try (JvmCommand command = JvmCommand.of(jvm, PathPrinter.class, List.of(), List.of())) {
            Process child = new ProcessBuilder(new ArrayList<>(command.line()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(child.waitFor()).isZero();
            return output.lines().toList();
        }
    }

    /** Defines a class anew, outside any module. */
    private static final class UnnamedCopies extends ClassLoader {
        private final Class<?> copied;

        UnnamedCopies(Class<?> copied) {
            super(null);
            this.copied = copied;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            try (var bytes = copied.getResourceAsStream(copied.getSimpleName() + ".class")) {
                byte[] code = bytes.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }
}
