package io.rush.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.rush.api.task.TaskField;
import io.rush.api.task.TaskState;
import io.rush.api.task.TaskTable;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrentReadingTest {
    private static final int READERS = 3;
    private static final int ROUNDS = 20;

    private final ExecutorService threads = Executors.newFixedThreadPool(READERS);

    @AfterEach
    void stop() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void eachSnapshotShowsExactlyItsFirstRowsWhileOthersAreAppended() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            ChunkBuilder builder = new ChunkBuilder();
            AtomicReference<Chunk> latest = new AtomicReference<>(builder.snapshot());
            List<Future<Void>> readers = IntStream.range(0, READERS)
                    .mapToObj(reader -> threads.submit(readUntilFull(latest)))
                    .toList();
            for (int i = 0; i < Chunk.CAPACITY; i++) {
                builder.append(task(i));
                latest.set(builder.snapshot());
            }
            for (Future<Void> reader : readers) {
                reader.get(60, TimeUnit.SECONDS);
            }
        }
    }

    /** The kind of a value changes on the way, and a name appears late: arrays must be replaced under the readers. */
    private static TaskBody task(int i) {
        String late = i < Chunk.CAPACITY / 2 ? "" : ",'late':" + i;
        String mixed = i % 3 == 0 ? "'" + i + "'" : String.valueOf(i);
        return new TaskBody(
                "t" + i, Map.of(TaskField.XS, Archive.json("{'x':" + i + ",'mixed':" + mixed + late + "}")));
    }

    private static Callable<Void> readUntilFull(AtomicReference<Chunk> latest) {
        return () -> {
            Chunk chunk;
            do {
                chunk = latest.get();
                checkRows(chunk);
            } while (chunk.size() < Chunk.CAPACITY);
            return null;
        };
    }

    private static void checkRows(Chunk chunk) {
        int size = chunk.size();
        TablePart part = TablePart.of(index -> chunk, 0, size, DroppedPositions.NONE, TaskState.FINISHED);
        TaskTable table = ColumnarTable.of(List.of(part), EnumSet.of(TaskField.XS));
        if (size > 0) {
            assertThat(table.longs("x")).isEqualTo(LongStream.range(0, size).toArray());
            assertThat(table.keys()).hasSize(size).endsWith("t" + (size - 1));
            assertThat(table.column("mixed").get((size - 1) / 3 * 3)).contains(String.valueOf((size - 1) / 3 * 3));
        }
        assertThat(table.columnNames().contains("late")).isEqualTo(size > Chunk.CAPACITY / 2);
    }
}
