package io.rush.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every module exports stands in docs/api, so that a change of it shows where changes are looked at. */
class ApiTextIT {
    private static final Path DIRECTORY =
            Path.of(System.getProperty("basedir", ".")).resolve("../docs/api").normalize();
    private static final boolean WRITE = Boolean.getBoolean("rush.golden.write");
    private static final String MEND = "Where this is meant, write the texts anew and look at what changed:\n"
            + "mvn -q -pl rush-it -am verify -Dtest=none -Dit.test=ApiTextIT -Drush.golden.write=true";

    static List<RushModule> modules() {
        return RushModule.all();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void theTextSaysWhatTheModuleExports(RushModule module) throws IOException {
        Path file = fileOf(module);
        String text = ApiText.of(module);
        if (WRITE) {
            Files.createDirectories(DIRECTORY);
            Files.writeString(file, text);
        }

        assertThat(read(file))
                .withFailMessage(() -> complaint(module, read(file), text))
                .isEqualTo(text);
    }

    private static String complaint(RushModule module, String before, String after) {
        List<String> words = ApiDifference.between(before, after).words();
        return "docs/api/" + module.name() + ".txt does not say what " + module.name() + " exports:\n"
                + (words.isEmpty() ? "the order of its lines differs" : String.join("\n", words)) + "\n" + MEND;
    }

    @Test
    void everyTextIsOfAModule() throws IOException {
        List<Path> known = modules().stream().map(ApiTextIT::fileOf).toList();
        assertThat(known).contains(DIRECTORY.resolve("io.rush.api.txt"));
        List<Path> others = files().filter(file -> !known.contains(file)).toList();
        if (WRITE) {
            for (Path file : others) {
                Files.delete(file);
            }
        }

        assertThat(others).as(MEND).noneMatch(Files::exists);
    }

    @Test
    void theTextsKnowWhatMayBeNull() {
        assertThat(read(DIRECTORY.resolve("io.rush.api.txt"))).contains("@Nullable Throwable");
    }

    private static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.toList().stream();
        }
    }

    private static Path fileOf(RushModule module) {
        return DIRECTORY.resolve(module.name() + ".txt");
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "";
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
