package io.rush.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class LogBufferTest {
    private static final Duration NEVER = Duration.ofDays(1);

    private static PendingEntry entry(String message) {
        return PendingEntry.of(Level.INFO, "app", message, "");
    }

    private static List<String> messages(LogBatch batch) {
        return batch.entries().stream().map(PendingEntry::message).toList();
    }

    @Test
    void entriesAreDueWhenTheBufferIsFull() throws Exception {
        LogBuffer buffer = new LogBuffer(2, NEVER);
        CompletableFuture<LogBatch> due = CompletableFuture.supplyAsync(() -> awaitDue(buffer));

        buffer.add(entry("a"));
        buffer.add(entry("b"));

        assertThat(messages(due.get())).containsExactly("a", "b");
    }

    @Test
    void entriesAreDueAfterAWarning() throws Exception {
        LogBuffer buffer = new LogBuffer(100, NEVER);
        buffer.add(entry("a"));
        buffer.add(PendingEntry.of(Level.WARNING, "app", "careful", ""));

        LogBatch batch = buffer.awaitDue();

        assertThat(messages(batch)).containsExactly("a", "careful");
        assertThat(List.of(batch.first(), batch.last())).containsExactly(1L, 2L);
    }

    @Test
    void entriesAreDueAfterAWhile() throws Exception {
        LogBuffer buffer = new LogBuffer(100, Duration.ofMillis(20));
        buffer.add(entry("a"));

        assertThat(messages(buffer.awaitDue())).containsExactly("a");
    }

    @Test
    void whatIsThereIsDueWhenTheBufferIsClosedAndThenThereIsNoMore() throws Exception {
        LogBuffer buffer = new LogBuffer(100, NEVER);
        buffer.add(entry("a"));
        buffer.close();
        buffer.add(entry("too late"));

        LogBatch batch = buffer.awaitDue();
        buffer.written(batch);

        assertThat(messages(batch)).containsExactly("a");
        assertThat(buffer.awaitDue().isEmpty()).isTrue();
    }

    @Test
    void aFlushWaitsUntilEverythingIsWritten() throws Exception {
        LogBuffer buffer = new LogBuffer(100, NEVER);
        buffer.add(entry("a"));
        CompletableFuture<Boolean> flushed = CompletableFuture.supplyAsync(() -> flush(buffer));

        buffer.written(buffer.awaitDue());

        assertThat(flushed.get()).isTrue();
        assertThat(buffer.flush(Duration.ZERO)).as("nothing is left").isTrue();
        buffer.add(entry("b"));
        assertThat(buffer.flush(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void whatWasNotWrittenIsTakenAgainUnderTheSameNumbers() throws Exception {
        LogBuffer buffer = new LogBuffer(1, NEVER);
        buffer.add(entry("a"));
        LogBatch first = buffer.awaitDue();
        buffer.add(entry("b"));
        LogBatch second = buffer.awaitDue();

        assertThat(second.first()).isEqualTo(first.first());
        assertThat(messages(second)).containsExactly("a", "b");
    }

    @Test
    void theOldestAreDroppedAndTheirNumberIsTold() throws Exception {
        LogBuffer buffer = new LogBuffer(1, NEVER);
        IntStream.range(0, LogBuffer.MOST_ENTRIES + 7).forEach(i -> buffer.add(entry("m" + i)));

        LogBatch batch = buffer.awaitDue();
        buffer.written(batch);
        LogBatch next = buffer.awaitDue();

        assertThat(messages(batch).get(0)).startsWith("7 log entries of this worker were dropped");
        assertThat(batch.entries().get(0).level()).isEqualTo(Level.WARNING);
        assertThat(messages(batch).get(1)).isEqualTo("m7");
        assertThat(batch.first()).isEqualTo(7);
        assertThat(batch.entries()).hasSize(LogBuffer.MOST_IN_BATCH);
        assertThat(messages(next).get(0)).as("told once").isEqualTo("m" + (6 + LogBuffer.MOST_IN_BATCH));
    }

    @Test
    void longEntriesAreDroppedByTheirLength() throws Exception {
        LogBuffer buffer = new LogBuffer(1, NEVER);
        String message = "x".repeat(PendingEntry.LONGEST_MESSAGE);
        int number = LogBuffer.MOST_CHARACTERS / PendingEntry.LONGEST_MESSAGE + 50;
        IntStream.range(0, number).forEach(i -> buffer.add(entry(message)));

        LogBatch batch = buffer.awaitDue();

        assertThat(messages(batch).get(0)).contains("were dropped");
        assertThat(batch.entries().stream().mapToInt(PendingEntry::length).sum())
                .isLessThan(LogBuffer.MOST_CHARACTERS_IN_BATCH + 2 * PendingEntry.LONGEST_MESSAGE);
    }

    @Test
    void whatIsDroppedWhileItIsWrittenIsNotCountedAsLost() throws Exception {
        LogBuffer buffer = new LogBuffer(1, NEVER);
        buffer.add(entry("a"));
        LogBatch written = buffer.awaitDue();
        IntStream.range(0, LogBuffer.MOST_ENTRIES + 1).forEach(i -> buffer.add(entry("m" + i)));

        buffer.written(written);

        assertThat(messages(buffer.awaitDue()).get(0)).startsWith("1 log entries of this worker were dropped");
    }

    @Test
    void refusedEntriesCountAsDropped() throws Exception {
        LogBuffer buffer = new LogBuffer(1, NEVER);
        buffer.add(entry("a"));
        buffer.refused(buffer.awaitDue());
        buffer.add(entry("b"));

        LogBatch batch = buffer.awaitDue();

        assertThat(messages(batch).get(0)).startsWith("1 log entries of this worker were dropped");
        assertThat(messages(batch).get(1)).isEqualTo("b");
        buffer.refused(batch);
        buffer.add(entry("c"));
        assertThat(messages(buffer.awaitDue()).get(0)).startsWith("2 log entries of this worker were dropped");
    }

    @Test
    void longTextsAreCutOff() {
        PendingEntry entry = entry("x".repeat(PendingEntry.LONGEST_MESSAGE + 10));

        assertThat(entry.message()).endsWith("x… (10 more characters)");
    }

    private static boolean flush(LogBuffer buffer) {
        try {
            return buffer.flush(Duration.ofMinutes(1));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static LogBatch awaitDue(LogBuffer buffer) {
        try {
            return buffer.awaitDue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
