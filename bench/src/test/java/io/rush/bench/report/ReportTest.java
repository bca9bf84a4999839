package io.rush.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Quantity TIME = Quantity.of("time", "us", "a bare call", Bar.atMostTimesTheFloor(2));

    @Test
    void theMedianStandsWithItsSpread() {
        assertThat(new Series(List.of(5.0, 1.0, 2.0)).toString()).isEqualTo("2 (1..5)");
        assertThat(new Series(List.of(1.0, 2.0)).median()).isEqualTo(1.5);
        assertThat(new Series(List.of(1234.4)).toString()).isEqualTo("1,234");
    }

    @Test
    void theRatioIsTakenRoundByRound() {
        Line line = line(Sample.of(TIME, 10, 1), Sample.of(TIME, 10, 10), Sample.of(TIME, 30, 10));

        assertThat(line.ratio()).contains(new Series(List.of(10.0, 1.0, 3.0)));
        assertThat(line.isMet()).contains(false);
        assertThat(line(Sample.of(TIME, 2, 1)).isMet()).contains(true);
    }

    @Test
    void barsAreForOursAloneOrForTheRatio() {
        Quantity memory = Quantity.of("memory", "bytes", Bar.atMost(400));
        Quantity rate = Quantity.of("rate", "1/s", "a bare loop", Bar.atLeastTimesTheFloor(0.8));

        assertThat(line(Sample.of(memory, 400)).isMet()).contains(true);
        assertThat(line(Sample.of(memory, 401)).isMet()).contains(false);
        assertThat(line(Sample.of(rate, 7, 10)).isMet()).contains(false);
        assertThat(line(Sample.of(rate, 8, 10)).isMet()).contains(true);
        assertThat(line(Sample.of(Quantity.of("free", "s", Bar.NONE), 1)).isMet())
                .isEmpty();
    }

    @Test
    void theTableNamesWhatIsNotMet() {
        String table = MarkdownTable.of(List.of(line(Sample.of(TIME, 6, 2))));

        assertThat(table.lines().toList().get(2).replaceAll(" +", " "))
                .isEqualTo("| push | time | us | 6 | 2 | 3 | a bare call | at most x2 | NO |");
    }

    @Test
    void textInJsonIsEscaped() {
        String json = JsonText.of(new Report(Map.of("cpu", "a \"b\"\\\n"), List.of(line(Sample.of(TIME, 6, 2)))));

        assertThat(json).contains("\"cpu\": \"a \\\"b\\\"\\\\\\u000a\"", "\"rounds\": [6.0]", "\"met\": false");
    }

    private static Line line(Sample... rounds) {
        return Report.lines("push", List.of(rounds).stream().map(List::of).toList())
                .get(0);
    }
}
