package io.rush.core.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands whose rights are looked at are those that the sources send, in scripts and outside of them. */
class RequiredCommandsTest {
    private static final Path LUA = Path.of("src/main/resources/io/rush/core/script");
    private static final Path JAVA = Path.of("src/main/java");
    private static final Pattern IN_LUA = Pattern.compile("\\bcall\\('(\\w+)'");
    private static final Pattern IN_JAVA =
            Pattern.compile("(?:RedisCommand\\s*\\.of(?:Bytes)?|\\bcall)\\(\\s*\"([A-Z]+)\"");
    /** Those that look at the server alone; what they would tell is said to be unread. */
    private static final Set<String> OF_THE_SERVER = Set.of("CONFIG", "INFO", "TIME");

    private static Set<String> sentIn(Path root, Pattern command) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                command.matcher(Files.readString(file)).results().forEach(match -> names.add(match.group(1)));
            }
        }
        return names;
    }

    @Test
    void theScriptsAreReadAsTheyAre() throws IOException {
        assertThat(RequiredCommands.names()).containsAll(sentIn(LUA, IN_LUA)).contains("HSET", "LPOP", "PEXPIRE");
    }

    @Test
    void whatTheCodeSendsItselfIsListed() throws IOException {
        Set<String> sent = sentIn(JAVA, IN_JAVA);
        assertThat(sent).containsAll(OF_THE_SERVER);
        sent.removeAll(OF_THE_SERVER);

        assertThat(RequiredCommands.DIRECT).containsExactlyInAnyOrderElementsOf(sent);
    }
}
