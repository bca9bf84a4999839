package io.rush.examples.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.store.StoreProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about stores says what holds. */
class WritingAStoreTest {
    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
    private static final Path SAMPLES = MODULE.resolve("src/main/java/io/rush/examples/store");
    private static final Path TESTS = MODULE.resolve("src/test/java/io/rush/examples/store");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern NO_CODE = Pattern.compile("\\s*(//.*|import .*|package .*)?");

    private final String page = read(MODULE.resolve("../docs/writing-a-store.md"));

    @Test
    void theExampleIsAsSmallAsIsSaid() {
        int limit = Integer.parseInt(found("in fewer than (\\d+) lines of code").get(0));

        long lines =
                samples().stream().flatMap(file -> codeOf(read(file)).stream()).count();

        assertThat(lines).isPositive().isLessThan(limit);
    }

    @Test
    void linesOfCodeAreThoseThatSaySomethingToTheCompiler() {
        String text =
                "package p;\n\nimport q;\n\n/** A.\n * B. */\n@C\nfinal class D { // E\n    // F\n    /* G */ int h;\n}\n";

        assertThat(codeOf(text)).containsExactly("@C", "final class D { // E", "     int h;", "}");
    }

    @Test
    void theTableNamesEveryFileOfTheExample() {
        List<String> files = samples().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("package-info.java"))
                .toList();

        assertThat(found("^\\| `(OneServer\\w+)` \\|"))
                .map(name -> name + ".java")
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void whatTheExampleRefusesIsWhatThePageShows() {
        List<String> snippets =
                found("```java\\R(    @Override\\R    protected Set<Deployment> refused\\(\\).*?)^```$");

        assertThat(snippets).hasSize(1);
        assertThat(read(TESTS.resolve("OneServerStoreTest.java"))).contains(snippets.get(0));
    }

    @Test
    void theExampleIsHandedOverAsItIsFoundByNobody() {
        assertThat(found("storeProvider\\(new (\\w+)\\(\\)\\)"))
                .containsExactly(OneServerStoreProvider.class.getSimpleName());
        assertThat(read(MODULE.resolve("src/main/java/module-info.java"))).doesNotContain("StoreProvider");
        assertThat(MODULE.resolve("src/main/resources/META-INF/services/" + StoreProvider.class.getName()))
                .doesNotExist();
    }

    @Test
    void everyFileThatThePageLinksToIsThere() {
        assertThat(found("]\\((?!http)([^)#]+)"))
                .isNotEmpty()
                .allMatch(link -> Files.exists(MODULE.resolve("../docs").resolve(link)));
    }

    /** Neither comments nor imports nor blank lines. */
    private static List<String> codeOf(String source) {
        return COMMENT.matcher(source)
                .replaceAll("")
                .lines()
                .filter(line -> !NO_CODE.matcher(line).matches())
                .toList();
    }

    private static List<Path> samples() {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** What the first group of a pattern matches in the page. */
    private List<String> found(String pattern) {
        return Pattern.compile(pattern, Pattern.MULTILINE | Pattern.DOTALL)
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
