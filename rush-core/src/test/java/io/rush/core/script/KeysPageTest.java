package io.rush.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on the keys of a network lists those that the scripts and their callers use, and no others. */
class KeysPageTest {
    private static final Path PAGE = Path.of("../docs/keys.md");
    private static final Path LUA = Path.of("src/main/resources/io/rush/core/script");
    private static final Path JAVA = Path.of("src/main/java");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([a-z_:]+)(?:<\\w+>)?` \\|");
    private static final Pattern NAME_IN_LUA = Pattern.compile("prefix \\.\\. '([^']+)'");
    private static final Pattern NAME_IN_JAVA = Pattern.compile("\\bkey\\(\"([a-z_:]+)\"");

    private static Set<String> namesIn(Path root, String ending, Pattern name) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                name.matcher(Files.readString(file)).results().forEach(match -> names.add(match.group(1)));
            }
        }
        return names;
    }

    /** The first table of the page; the others list fields. */
    private static Set<String> listed() throws IOException {
        String firstTable = Files.readString(PAGE).split("\n## ", 2)[0];
        return LISTED.matcher(firstTable)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void thePageListsTheKeysThatAreUsed() throws IOException {
        Set<String> used = namesIn(LUA, ".lua", NAME_IN_LUA);
        used.addAll(namesIn(JAVA, ".java", NAME_IN_JAVA));

        assertThat(used).contains("queue", "running", "finished", "failed", "task:");
        assertThat(listed()).isEqualTo(used);
    }
}
