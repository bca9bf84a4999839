package io.rush.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.bench.figure.FigureEntry;
import io.rush.bench.figure.Figures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Runs the driver in a JVM of its own and with tiny sizes, so that what it measures means nothing. */
class EndToEndIT {
    private static final int ROUNDS = 2;

    @TempDir
    private static Path directory;

    private static ProgramRun run;
    private static String json;

    @BeforeAll
    static void measure() throws Exception {
        Path file = directory.resolve("report.json");
        run = ProgramRun.of(
                EndToEnd.class,
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

    @ParameterizedTest
    @ValueSource(strings = "lettuce")
    void everyFigureIsMeasuredWithTheOtherStoresToo(String store) throws Exception {
        Path file = directory.resolve(store + ".json");
        ProgramRun other = ProgramRun.of(
                EndToEnd.class,
                "--store",
                store,
                "--rounds",
                "1",
                "--warm-up",
                "0",
                "--tasks",
                "40",
                "--large",
                "1100",
                "--json",
                file.toString());

        assertThat(other.exitCode()).as(other.output()).isZero();
        assertThat(other.output()).contains("store: " + store);
        assertThat(Figures.all())
                .allSatisfy(figure -> assertThat(other.output()).contains("| " + figure.name() + " "));
    }

    @Test
    void aPushStandsBesideTheClientLibraryItself() {
        assertThat(run.output().lines())
                .anyMatch(row -> row.startsWith("| push-one ") && row.contains("the same call by the client library"));
    }

    @Test
    void aBadArgumentIsRefusedInOneLine() throws Exception {
        ProgramRun refused = ProgramRun.of(EndToEnd.class, "--rounds", "many");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output())
                .contains("--rounds needs a number, not 'many'")
                .doesNotContain("\tat ");
    }

    @Test
    void aStoreThatIsNotThereIsNamed() throws Exception {
        ProgramRun refused = ProgramRun.of(EndToEnd.class, "--store", "nobody");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("no store is called 'nobody'", "jedis");
    }

    @Test
    void theFiguresAreListedWithoutMeasuring() throws Exception {
        ProgramRun listed = ProgramRun.of(EndToEnd.class, "--list");

        assertThat(listed.exitCode()).isZero();
        assertThat(listed.output().lines()).hasSameSizeAs(Figures.all()).allMatch(line -> line.matches("[a-z-]+: .+"));
    }
}
