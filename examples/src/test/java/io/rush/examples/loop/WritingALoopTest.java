package io.rush.examples.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.it.loop.LoopContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The page about loops shows what compiles and is run. */
class WritingALoopTest {
    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
    private static final Path MAIN = MODULE.resolve("src/main/java");
    private static final String PACKAGE = "io/rush/examples/loop/";

    private final String page = read(MODULE.resolve("../docs/writing-a-loop.md"));

    @Test
    void theSnippetsAreThoseThatCompile() {
        List<String> snippets = blocks("java");

        assertThat(snippets).hasSize(5);
        assertThat(snippets.get(1))
                .isEqualTo(declaration(MAIN.resolve(PACKAGE + "SequentialLoopProvider.java"), "public final class "));
        assertThat(read(MAIN.resolve("module-info.java"))).contains(snippets.get(2));
        assertThat(snippets.get(3))
                .isEqualTo(declaration(MAIN.resolve(PACKAGE + "SequentialLoop.java"), "final class "));
        assertThat(snippets.get(4))
                .isEqualTo(declaration(
                        MODULE.resolve("src/test/java").resolve(PACKAGE + "SequentialLoopContractIT.java"), "class "));
    }

    @Test
    void theUseIsThatOfATest() {
        assertThat(blocks("java").get(0)).contains("\"sequential\"", "Map.of(\"label\", \"mine\")");
        assertThat(read(MODULE.resolve("src/test/java").resolve(PACKAGE + "SequentialLoopIT.java")))
                .contains(".loopName(\"sequential\")", "Map.of(\"label\", \"mine\")");
    }

    @Test
    void theEntryForTheClassPathIsThatOfTheFile() {
        assertThat(blocks("text"))
                .containsExactly(read(MODULE.resolve("src/main/resources/META-INF/services/io.rush.api.LoopProvider")));
    }

    @Test
    void everyTopicOfTheContractIsInTheTable() {
        List<String> topics = Arrays.stream(LoopContract.class.getDeclaredClasses())
                .filter(type -> type.isAnnotationPresent(Nested.class))
                .map(Class::getSimpleName)
                .toList();
        List<String> rows = Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(rows).isNotEmpty().containsExactlyInAnyOrderElementsOf(topics);
    }

    @Test
    void everyFileThatThePageLinksToIsThere() {
        List<String> links = Pattern.compile("]\\((?!http)([^)#]+)")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(links)
                .isNotEmpty()
                .allMatch(link -> Files.exists(MODULE.resolve("../docs").resolve(link)));
    }

    private static String declaration(Path file, String start) {
        String text = read(file);
        return text.substring(text.indexOf("\n" + start) + 1);
    }

    private List<String> blocks(String language) {
        return Pattern.compile("^```" + language + "\\R(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(page)
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
