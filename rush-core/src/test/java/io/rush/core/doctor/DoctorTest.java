package io.rush.core.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.ServerFigures;
import io.rush.api.ServerFinding;
import io.rush.api.Severity;
import io.rush.core.doctor.ServerFacts.Rights;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no server of the tests can be made to say. */
class DoctorTest {
    private static List<ServerFinding> findings(String name, String value, Duration skew) {
        Map<String, String> info = new HashMap<>(Map.of("aof_enabled", "1", "aof_last_write_status", "ok"));
        info.put(name, value);
        List<ServerFinding> findings = Doctor.report(facts(info, skew)).findings();
        assertThat(findings).hasSizeLessThanOrEqualTo(1);
        return findings;
    }

    private static ServerFacts facts(Map<String, String> info, Duration skew) {
        Rights rights = new Rights(List.of(), Optional.empty());
        return new ServerFacts(new Named(info), new Named(Map.of()), List.of(), skew, rights, 1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.8.0", "5.0.14", "6.0.20", "6.1.240"})
    void oldServersAreRefused(String version) {
        assertThat(findings("redis_version", version, Duration.ZERO))
                .extracting(ServerFinding::severity)
                .containsExactly(Severity.CRITICAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.2.0", "7.0.15", "8.2.1", "10.0.0"})
    void laterOnesAreNot(String version) {
        assertThat(findings("redis_version", version, Duration.ZERO)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2000, INFO, ahead of", "-2000, INFO, behind", "40000, WARNING, ahead of", "-40000, WARNING, behind"})
    void aClockThatDiffersIsFound(long millis, Severity severity, String words) {
        assertThat(findings("x", "y", Duration.ofMillis(millis)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(severity);
                    assertThat(finding.found()).contains(words, Math.abs(millis) + " ms");
                });
    }

    @Test
    void aClockThatDiffersLittleIsNot() {
        assertThat(findings("x", "y", Duration.ofMillis(-900))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"aof_last_write_status, err, CRITICAL", "aof_last_bgrewrite_status, err, WARNING"})
    void aLogThatCannotBeWrittenIsFound(String name, String value, Severity severity) {
        assertThat(findings(name, value, Duration.ZERO))
                .extracting(ServerFinding::severity)
                .containsExactly(severity);
    }

    @ParameterizedTest
    @CsvSource({"81, WARNING", "96, CRITICAL"})
    void memoryWithoutHeadroomIsFound(String used, Severity severity) {
        ServerFacts facts = facts(Map.of("used_memory", used, "maxmemory", "100"), Duration.ZERO);

        assertThat(Doctor.report(facts).about("maxmemory")).singleElement().satisfies(finding -> {
            assertThat(finding.found()).contains(used + " %");
            assertThat(finding.severity()).isEqualTo(severity);
        });
    }

    @Test
    void aServerThatTakesTheWholeMachineIsFound() {
        ServerFacts facts = facts(Map.of("used_memory", "90", "total_system_memory", "100"), Duration.ZERO);

        assertThat(Doctor.report(facts).about("maxmemory")).singleElement().satisfies(finding -> {
            assertThat(finding.found()).contains("90 %");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        });
    }

    @Test
    void figuresAreReadFromTheAnswer() {
        ServerFigures figures = Figures.of(InfoText.parse("""
                # Server
                redis_version:7.0.15
                uptime_in_seconds:61
                # Clients
                connected_clients:3
                used_memory:1024
                maxmemory:0
                evicted_keys:2
                rdb_last_save_time:1700000000
                instantaneous_ops_per_sec:9
                role:master
                db0:keys=5,expires=0,avg_ttl=0
                db3:keys=2,expires=1,avg_ttl=7
                """));

        assertThat(figures.version()).isEqualTo("7.0.15");
        assertThat(figures.uptime()).isEqualTo(Duration.ofSeconds(61));
        assertThat(figures.clients()).isEqualTo(3);
        assertThat(figures.usedMemoryBytes()).isEqualTo(1024);
        assertThat(figures.maxMemoryBytes()).isEmpty();
        assertThat(figures.keys()).isEqualTo(7);
        assertThat(figures.evictedKeys()).isEqualTo(2);
        assertThat(figures.commandsPerSecond()).isEqualTo(9);
        assertThat(figures.role()).isEqualTo("master");
        assertThat(figures.lastSave()).isPresent();
    }
}
