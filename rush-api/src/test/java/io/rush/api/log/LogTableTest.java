package io.rush.api.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rush.api.WorkerSpec;
import io.rush.api.error.ConfigurationException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogTableTest {
    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00.000001Z");

    private static LogEntry entry(String message, Optional<String> throwable) {
        return new LogEntry("w1", TIME, Level.WARNING, "app.model", "main", message, throwable);
    }

    @Test
    void aTablePrintsItsColumns() {
        LogTable table = new LogTable(List.of(
                entry("short", Optional.empty()), entry("two\nlines", Optional.of("java.lang.Error: no\n\tat a.B\n"))));

        assertThat(table.toString().lines())
                .containsExactly(
                        "2 entries",
                        "worker  time                         level    logger     message  throwable",
                        "w1      2026-01-01T00:00:00.000001Z  WARNING  app.model  short",
                        "w1      2026-01-01T00:00:00.000001Z  WARNING  app.model  two…     java.lang.Error: no…");
    }

    @Test
    void aLongTablePrintsItsEndAndAnEmptyOneItsSize() {
        LogTable table = new LogTable(Collections.nCopies(60, entry("m", Optional.empty())));

        assertThat(table.toString().lines()).hasSize(53).contains("60 entries", "… the last 50 of them:");
        assertThat(new LogTable(List.of()).toString()).isEqualTo("0 entries");
    }

    @Test
    void anEntryPrintsItsThrowable() {
        assertThat(entry("m", Optional.of("java.lang.Error: no\n\tat a.B\n")).toString())
                .isEqualTo("2026-01-01T00:00:00.000001Z WARNING [w1] [app.model] m\njava.lang.Error: no\n\tat a.B");
    }

    @Test
    void aFilterAcceptsWhatSatisfiesAllOfIt() {
        LogEntry entry = entry("m", Optional.empty());

        assertThat(LogFilter.all().accepts(entry)).isTrue();
        assertThat(LogFilter.all()
                        .workers(List.of("w1"))
                        .atLeast(Level.WARNING)
                        .since(TIME)
                        .accepts(entry))
                .isTrue();
        assertThat(LogFilter.all().workers(List.of("w2")).accepts(entry)).isFalse();
        assertThat(LogFilter.all().atLeast(Level.ERROR).accepts(entry)).isFalse();
        assertThat(LogFilter.all().since(TIME.plusNanos(1)).accepts(entry)).isFalse();
    }

    @Test
    void badSettingsAreRefusedAtOnce() {
        WorkerSpec spec = WorkerSpec.ofFunction("f");

        assertThatThrownBy(() -> spec.logBuffer(-1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("log buffer must be 0 to 10000 entries, not -1");
        assertThatThrownBy(() -> spec.logBuffer(10_001)).isInstanceOf(ConfigurationException.class);
        assertThat(spec.logThresholds(Map.of("app", Level.INFO)).logBuffer(5).logs())
                .isEqualTo(new LogSettings(Map.of("app", Level.INFO), 5));
    }
}
