package io.rush.core.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The headers of the scripts say what the scripts take and do. */
class ScriptHeaderTest {
    private static final Path SCRIPTS = Path.of("src/main/resources/io/rush/core/script");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final int WIDTH = 120;
    private static final Pattern DOCUMENTED_ARGUMENT = Pattern.compile("ARGV\\[(\\d+)]");
    private static final Pattern USED_ARGUMENT = Pattern.compile("(?:ARGV\\[|read_names\\()(\\d+)[])]");
    private static final Pattern INCLUDE = Pattern.compile("(?m)^--@include (\\w+)$");
    private static final Pattern TRANSITION =
            Pattern.compile("(?:-|pre|queued|running|failed) to (?:pre|queued|running|finished|failed|terminated)\\b");
    private static final Pattern CALL = Pattern.compile("\\bcall\\('(\\w+)'");
    private static final Pattern DEFINITION = Pattern.compile("local function (\\w+)\\(");
    private static final Set<String> READING = Set.of(
            "EXISTS",
            "HEXISTS",
            "HGET",
            "HGETALL",
            "HKEYS",
            "SMEMBERS",
            "HLEN",
            "HMGET",
            "HSCAN",
            "HVALS",
            "LINDEX",
            "LLEN",
            "LRANGE",
            "SCARD",
            "TIME",
            "ZCARD",
            "ZRANGE",
            "ZSCORE");
    /** What registers somebody who waits does so again, to no effect. */
    private static final String REGISTERS_A_WAITER = "register_waiter";

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path fileOf(Script script) {
        return SCRIPTS.resolve(script.name().toLowerCase(Locale.ROOT) + ".lua");
    }

    private static String headerOf(Script script) {
        return read(fileOf(script))
                .lines()
                .takeWhile(line -> line.startsWith("--"))
                .collect(Collectors.joining("\n"));
    }

    /** The code as Redis runs it, without registering waiters. */
    private static String codeOf(Script script) {
        return new String(LoadedScript.of(script).source(), UTF_8)
                .replaceAll("(?s)local function " + REGISTERS_A_WAITER + ".*?\nend\n", "");
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".lua"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void eachConstantHasItsFileAndEachFileItsConstant() throws IOException {
        List<String> expected = Arrays.stream(Script.values())
                .map(script -> fileOf(script).getFileName().toString())
                .toList();

        assertThat(filesIn(SCRIPTS)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void eachFragmentIsIncludedAndEachIncludeIsAFragment() throws IOException {
        Set<String> included = new TreeSet<>();
        for (Script script : Script.values()) {
            matches(INCLUDE, read(fileOf(script))).forEach(name -> included.add(name + ".lua"));
        }

        assertThat(filesIn(SCRIPTS.resolve("fragment"))).isEqualTo(included);
    }

    @Test
    void eachScriptHasACaller() throws IOException {
        String sources;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .map(ScriptHeaderTest::read)
                    .collect(Collectors.joining("\n"));
        }

        assertThat(Script.values())
                .allSatisfy(script -> assertThat(sources).containsPattern("Script\\." + script + "\\b"));
    }

    @ParameterizedTest
    @EnumSource
    void aHeaderSaysWhatTheScriptTakesAndReturns(Script script) {
        assertThat(headerOf(script).lines().findFirst().orElseThrow()).matches("-- [A-Z].*\\..*");
        assertThat(headerOf(script))
                .contains("\n-- KEYS[1]  prefix of the network's keys")
                .containsPattern("\n-- Returns  \\S");
        assertThat(codeOf(script)).startsWith("local prefix = KEYS[1]\n").doesNotContain("KEYS[2]");
    }

    @Test
    void commentsAreNoWiderThanCode() throws IOException {
        try (Stream<Path> files = Files.walk(SCRIPTS)) {
            assertThat(files.filter(file -> file.toString().endsWith(".lua")))
                    .allSatisfy(file -> assertThat(read(file).lines())
                            .filteredOn(line -> line.strip().startsWith("--"))
                            .allMatch(line -> line.length() <= WIDTH));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHeaderNamesTheNumberedArgumentsThatTheScriptReads(Script script) {
        assertThat(matches(DOCUMENTED_ARGUMENT, headerOf(script))).isEqualTo(matches(USED_ARGUMENT, codeOf(script)));
    }

    @ParameterizedTest
    @EnumSource
    void aScriptThatWritesSaysWhatBecomesOfASecondSendingAndNoOtherDoes(Script script) {
        Set<String> writing = matches(CALL, codeOf(script));
        writing.removeAll(READING);

        assertThat(headerOf(script).contains("\n-- Blind resend: "))
                .as("%s writes by %s", script, writing)
                .isEqualTo(!writing.isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void aScriptThatMovesATaskOrAWorkerSaysWhoWins(Script script) {
        String firstLines = headerOf(script).split("\n--\n", 2)[0];
        boolean moves = TRANSITION.matcher(firstLines).find();

        assertThat(headerOf(script).contains("\n-- Wins     ")).isEqualTo(moves);
    }

    @ParameterizedTest
    @EnumSource
    void noScriptDefinesAFunctionTwice(Script script) {
        List<String> names = DEFINITION
                .matcher(codeOf(script))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();

        assertThat(names).doesNotHaveDuplicates();
    }
}
