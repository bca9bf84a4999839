package io.rush.loop.process.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.log.LogEntry;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import io.rush.api.task.Seed;
import io.rush.api.task.Task;
import io.rush.loop.process.fixture.TestCodec;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What travels arrives as it was. */
class PayloadTest {
    private final TestCodec codec = new TestCodec();

    @Test
    void aTaskArrivesWithEverythingItHas() {
        Map<String, Object> xs = new HashMap<>();
        xs.put("x", 1.5);
        xs.put("nothing", null);
        Task task = new Task(
                "k1",
                xs,
                Map.of("note", "n"),
                Optional.of(Seed.of(42)),
                Optional.of(Duration.ofNanos(1_500_000_001)),
                OptionalInt.of(3),
                2);

        assertThat(TaskMessage.decode(TaskMessage.encode(task, codec), codec)).isEqualTo(task);
    }

    @Test
    void aTaskArrivesWithoutWhatItHasNot() {
        Task task = new Task("k1", Map.of(), Map.of(), Optional.empty(), Optional.empty(), OptionalInt.empty(), 0);

        assertThat(TaskMessage.decode(TaskMessage.encode(task, codec), codec)).isEqualTo(task);
    }

    @Test
    void outputsArrive() {
        assertThat(Outputs.decode(Outputs.encode(Map.of("y", 2.5), codec), codec))
                .isEqualTo(Map.of("y", 2.5));
    }

    @Test
    void aReportArrivesWithAndWithoutItsParts() {
        Condition full = Condition.error(new IllegalStateException("äöü €"));
        Condition bare = Condition.error("in words");

        assertThat(Report.decode(Report.encode(full))).isEqualTo(full);
        assertThat(Report.decode(Report.encode(bare))).isEqualTo(bare);
    }

    @Test
    void aReportThatIsTooLongIsCutOffAndSaysSo() {
        Condition report = Report.decode(Report.encode(Condition.of(FailureCause.ERROR, "m".repeat(10_000_000))));

        assertThat(report.message()).hasSizeLessThan(Report.LONGEST + 100).endsWith("(9500000 more characters)");
    }

    @Test
    void aLogEntryArrivesAsOneOfTheWorker() {
        LogEntry entry = new LogEntry(
                "", Instant.EPOCH, Level.WARNING, "com.example", "main", "message", Optional.of("a trace"));

        LogEntry arrived = LogLine.decode(LogLine.encode(entry), "w1");

        assertThat(arrived)
                .usingRecursiveComparison()
                .ignoringFields("workerId", "time")
                .isEqualTo(entry);
        assertThat(arrived.workerId()).isEqualTo("w1");
    }

    @Test
    void aSetupArrives() {
        Setup arrived = Setup.decode(new Setup(1L << 40, new byte[] {1, 2, 3}).encode());

        assertThat(arrived.resultLimit()).isEqualTo(1L << 40);
        assertThat(arrived.handover()).containsExactly(1, 2, 3);
    }
}
