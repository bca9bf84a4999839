package io.rush.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rush.bench.figure.FigureEntry;
import io.rush.bench.figure.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Runs the driver in a JVM of its own and with tiny sizes, so that what it measures means nothing. */
class EndToEndIT {
    private static final int ROUNDS = 2;

    @TempDir
    private static Path directory;

    private static Run run;
    private static String json;

    @BeforeAll
    static void measure() throws Exception {
        Path file = directory.resolve("report.json");
        run = Run.of(
                "--rounds",
                "" + ROUNDS,
                "--warm-up",
                "0",
                "--tasks",
                "40",
                "--large",
                "1100",
                "--json",
                file.toString());
        assertThat(run.exitCode()).as(run.output()).isZero();
        json = Files.readString(file);
    }

    @Test
    void everyFigureHasRowsWithAMedianAndASpread() {
        for (FigureEntry figure : Figures.all()) {
            assertThat(run.output().lines().filter(line -> line.startsWith("| " + figure.name() + " ")))
                    .as(figure.name())
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row).containsPattern("[0-9.,]+ \\([-0-9.,]+\\.\\.[-0-9.,]+\\)"));
        }
    }

    @Test
    void theOutputSaysWhatWasMeasuredAndHow() {
        assertThat(run.output())
                .contains("cpus: ", "cpu_model: ", "jdk: ", "redis: ", "store: jedis", "tasks: 40", "large: 1100")
                .contains("nothing is pinned to a core");
    }

    @Test
    void theJsonHasTheFactsAndTheRawValueOfEveryRound() {
        List<String> figures = new ArrayList<>();
        List<String> facts = new ArrayList<>();
        List<Integer> rounds = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            while (parser.nextToken() != null) {
                String name = parser.currentName();
                if (parser.currentToken() == JsonToken.VALUE_STRING && "figure".equals(name)) {
                    figures.add(parser.getString());
                } else if (parser.currentToken() == JsonToken.START_ARRAY && "rounds".equals(name)) {
                    rounds.add(elements(parser));
                } else if (parser.currentToken() == JsonToken.PROPERTY_NAME && figures.isEmpty()) {
                    facts.add(name);
                }
            }
        }
        assertThat(facts).contains("cpus", "cpu_model", "jdk", "redis", "date", "store", "rounds", "tasks", "large");
        assertThat(figures)
                .containsAll(Figures.all().stream().map(FigureEntry::name).toList());
        assertThat(rounds).hasSizeGreaterThanOrEqualTo(figures.size()).containsOnly(ROUNDS);
    }

    private static int elements(JsonParser parser) {
        int elements = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements++;
        }
        return elements;
    }

    @Test
    void aBadArgumentIsRefusedInOneLine() throws Exception {
        Run refused = Run.of("--rounds", "many");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output())
                .contains("--rounds needs a number, not 'many'")
                .doesNotContain("\tat ");
    }

    @Test
    void aStoreThatIsNotThereIsNamed() throws Exception {
        Run refused = Run.of("--store", "nobody");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("no store is called 'nobody'", "jedis");
    }

    @Test
    void theFiguresAreListedWithoutMeasuring() throws Exception {
        Run listed = Run.of("--list");

        assertThat(listed.exitCode()).isZero();
        assertThat(listed.output().lines()).hasSameSizeAs(Figures.all()).allMatch(line -> line.matches("[a-z-]+: .+"));
    }

    /** A run of the driver that has ended. */
    private record Run(int exitCode, String output) {
        static Run of(String... arguments) throws IOException, InterruptedException {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-classpath", System.getProperty("java.class.path"), EndToEnd.class.getName()));
            command.addAll(List.of(arguments));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Run(process.waitFor(), output);
        }
    }
}
