package io.rush.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTest {
    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
    private static final Path PROGRAMS = MODULE.resolve("src/main/java/io/rush/examples");

    private final String readme = read(MODULE.resolve("../README.md"));

    @Test
    void theTenLinesOfTheReadmeAreThoseThatCompile() {
        String program = read(PROGRAMS.resolve("TenLines.java"));
        int start = program.indexOf("public final class TenLines");

        assertThat(blocks("java").get(0)).isEqualTo(program.substring(start));
    }

    @ParameterizedTest
    @ValueSource(strings = {"QueueExample", "DecentralisedExample", "TenLines"})
    void everyExampleThatTheReadmeNamesIsAProgram(String name) {
        assertThat(readme).contains("-Dexample=" + name);
        assertThat(read(PROGRAMS.resolve(name + ".java"))).contains("public static void main(String[] arguments)");
    }

    @Test
    void everyFileThatTheReadmeLinksToIsThere() {
        List<String> links = Pattern.compile("]\\((?!http)([^)#]+)")
                .matcher(readme)
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(links)
                .isNotEmpty()
                .allMatch(link -> Files.exists(MODULE.resolve("..").resolve(link)));
    }

    @Test
    void theTestCommandFollowsItsMarker() {
        assertThat(readme).containsPattern("<!-- test-command -->\\R```sh\\Rmvn [^\\n]*verify\\R```");
    }

    private List<String> blocks(String language) {
        return Pattern.compile("^```" + language + "\\R(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(readme)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
