package io.rush.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.task.TaskField;
import io.rush.api.task.TaskTable;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableTextTest {
    @Test
    void numbersStandRightAndTextsLeft() {
        Archive archive = new Archive();
        archive.add(Map.of(TaskField.XS, "{'x':1,'name':'a'}", TaskField.YS, "{'y':0.123456789}"));
        archive.add(Map.of(TaskField.XS, "{'x':1000000,'name':'longer'}", TaskField.YS, "{'y':-3.0}"));
        archive.add(Map.of(TaskField.XS, "{'x':null,'name':'b'}"));

        assertThat(archive.table()).hasToString("""
                        3 rows x 5 columns
                           keys  state           x  name           y
                        0  t0    finished        1  a       0.123457
                        1  t1    finished  1000000  longer        -3
                        2  t2    finished        -  b              -""");
    }

    @Test
    void numbersHaveSixSignificantDigits() {
        TaskTable table = Archive.ofInputs(
                        "{'x':123456.789}",
                        "{'x':1234567.89}",
                        "{'x':0.0000123456789}",
                        "{'x':0.000123456789}",
                        "{'x':0.000001}",
                        "{'x':1.0E300}",
                        "{'x':NaN}",
                        "{'x':0.0}",
                        "{'x':{'$dec':'2.50'}}",
                        "{'x':12345678901}")
                .table();

        assertThat(table).hasToString("""
                        10 rows x 3 columns
                           keys  state               x
                        0  t0    finished       123457
                        1  t1    finished  1.23457e+06
                        2  t2    finished  1.23457e-05
                        3  t3    finished  0.000123457
                        4  t4    finished        1e-06
                        5  t5    finished       1e+300
                        6  t6    finished          NaN
                        7  t7    finished            0
                        8  t8    finished          2.5
                        9  t9    finished  12345678901""");
    }

    @Test
    void ofManyRowsTheFirstAndLastTenAreShown() {
        String text = numbered(1000).toString();

        assertThat(text.lines()).hasSize(23);
        assertThat(text).startsWith("""
                        1000 rows x 3 columns
                             keys  state       x
                          0  t0    finished    0
                          1  t1    finished    1
                        """).contains("""
                          9  t9    finished    9
                        … 980 rows left out …
                        990  t990  finished  990
                        """).endsWith("999  t999  finished  999");
    }

    @Test
    void twentyRowsAreAllShown() {
        assertThat(numbered(20).toString().lines()).hasSize(22).noneMatch(line -> line.contains("left out"));
        assertThat(numbered(21).toString()).contains("… 1 row left out …");
    }

    @Test
    void longAndRaggedTextsStayInTheirLine() {
        String pair = "\uD83D\uDE00";
        Archive archive = Archive.ofInputs(
                "{'s':'" + "x".repeat(41) + "'}",
                "{'s':'" + "x".repeat(40) + "'}",
                "{'s':'two\\nlines'}",
                "{'s':'" + "x".repeat(38) + pair + pair + "'}");

        assertThat(archive.table())
                .hasToString("4 rows x 3 columns\n"
                        + "   keys  state     s\n"
                        + "0  t0    finished  " + "x".repeat(39) + "…\n"
                        + "1  t1    finished  " + "x".repeat(40) + "\n"
                        + "2  t2    finished  two lines\n"
                        + "3  t3    finished  " + "x".repeat(38) + "…");
    }

    @Test
    void compositeValuesArePrintedByContent() {
        assertThat(Archive.ofInputs("{'v':[1,2.0,{'$bytes':'AQID'},null]}", "{'v':{'k':'w'}}")
                        .table())
                .hasToString("""
                        2 rows x 3 columns
                           keys  state     v
                        0  t0    finished  [1, 2, 3 bytes, null]
                        1  t1    finished  {k=w}""");
    }

    @Test
    void theTextDoesNotDependOnTheLocale() {
        TaskTable table = Archive.ofInputs("{'x':1.5}", "{'x':1.5E99}").table();
        String usual = table.toString();
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(table).hasToString(usual);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static TaskTable numbered(int rows) {
        return Archive.ofInputs(IntStream.range(0, rows)
                        .mapToObj(i -> "{'x':" + i + "}")
                        .toArray(String[]::new))
                .table();
    }
}
