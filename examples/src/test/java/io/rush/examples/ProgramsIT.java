package io.rush.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs the examples as a newcomer does: each in a JVM of its own, with rush-embedded as the server. */
class ProgramsIT {
    private static final String NOBODY_LISTENS = "redis://127.0.0.1:1";

    @Test
    void theQueueExamplePrintsTheTenBest() throws Exception {
        Run run = Run.of(QueueExample.class, Map.of());

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains("1,000 of 1,000 finished", "10 rows x 6 columns", "0.398351");
    }

    @Test
    void theDecentralisedExampleComesCloseToTheMinimum() throws Exception {
        Run run = Run.of(DecentralisedExample.class, Map.of());

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(number(run, "Minimum found: ([0-9.]+) ")).isBetween(Branin.MINIMUM - 1e-6, 0.41);
        assertThat(number(run, "([0-9,]+)  together")).isBetween(1000.0, 1003.0);
    }

    @Test
    void theTenLinesPrintATable() throws Exception {
        Run run = Run.of(TenLines.class, Map.of());

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains("3 rows");
    }

    @Test
    void aServerThatIsNotThereIsToldInOneLine() throws Exception {
        Run run = Run.of(QueueExample.class, Map.of("REDIS_URL", NOBODY_LISTENS));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("QueueExample failed.", "127.0.0.1:1").doesNotContain("\tat ");
    }

    private static double number(Run run, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(run.output());
        assertThat(matcher.find()).as(run.output()).isTrue();
        return Double.parseDouble(matcher.group(1).replace(",", ""));
    }
}
