package io.rush.api.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a progress bar prints. */
class ProgressBarTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, UTF_8);

    private static Progress progress(long done, long failed, long seconds, boolean last) {
        double rate = seconds == 0 ? 0 : (double) done / seconds;
        return new Progress(Awaited.TASKS, done, failed, 1000, Duration.ofSeconds(seconds), rate, last);
    }

    private String printed() {
        return bytes.toString(UTF_8);
    }

    @Test
    void eachTenthIsALineWhereThereIsNoTerminal() {
        ProgressBar bar = ProgressBar.linesOn(stream);

        bar.accept(progress(0, 0, 0, false));
        bar.accept(progress(50, 0, 5, false));
        bar.accept(progress(100, 2, 10, false));
        bar.accept(progress(199, 2, 20, false));
        bar.accept(progress(1000, 2, 4000, true));

        assertThat(printed().lines())
                .containsExactly(
                        "[                              ]   0 %  0 of 1,000 tasks, 0.0/s, time left unknown",
                        "[===                           ]  10 %  100 of 1,000 tasks, 2 failed, 10.0/s, 01:30 left",
                        "[==============================] 100 %  1,000 of 1,000 tasks, 2 failed, 0.3/s, took 1:06:40");
        assertThat(printed()).doesNotContain("\r\u001b").doesNotContain("\u001b");
    }

    @Test
    void aMinuteWithoutATenthIsALine() {
        ProgressBar bar = ProgressBar.linesOn(stream);

        bar.accept(progress(0, 0, 0, false));
        bar.accept(progress(1, 0, 59, false));
        bar.accept(progress(2, 0, 60, false));
        bar.accept(progress(2, 0, 61, false));

        assertThat(printed().lines()).hasSize(2).last().asString().contains("2 of 1,000");
    }

    @Test
    void aTerminalHasOneLineThatIsWrittenOver() {
        ProgressBar bar = ProgressBar.terminalOn(stream);

        bar.accept(progress(0, 0, 0, false));
        bar.accept(progress(500, 0, 1, false));
        bar.accept(progress(1000, 0, 2, true));

        String[] lines = printed().split("\r", -1);
        assertThat(lines).hasSize(4);
        assertThat(lines[0]).isEmpty();
        assertThat(lines[2]).contains("500 of 1,000").hasSameSizeAs(lines[1]);
        assertThat(lines[3]).endsWith(System.lineSeparator());
        assertThat(printed()).doesNotContain("\u001b");
    }

    @Test
    void aBarServesOneWaitAfterTheOther() {
        ProgressBar bar = ProgressBar.linesOn(stream);

        bar.accept(progress(1000, 0, 1, true));
        bar.accept(progress(0, 0, 0, false));

        assertThat(printed().lines()).hasSize(2);
    }

    @Test
    void aBarNamesTheWorkersThatItCounts() {
        ProgressBar bar = ProgressBar.linesOn(stream);

        bar.accept(new Progress(Awaited.RUNNING_WORKERS, 1, 0, 4, Duration.ofSeconds(2), 0.5, false));
        bar.accept(new Progress(Awaited.STOPPED_WORKERS, 4, 2, 4, Duration.ofSeconds(2), 2, true));

        assertThat(printed().lines())
                .containsExactly(
                        "[=======                       ]  25 %  1 of 4 workers run, 0.5/s, 00:06 left",
                        "[==============================] 100 %  4 of 4 workers stopped, 2 lost, 2.0/s, took 00:02");
    }
}
