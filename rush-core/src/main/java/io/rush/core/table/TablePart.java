package io.rush.core.table;

import io.rush.api.task.TaskState;
import java.util.function.IntFunction;

/**
 * A range of an archive's positions that a table shows.
 *
 * @param source gives the chunks
 * @param from first position
 * @param to position after the last one
 * @param dropped positions that the table leaves out; those outside the range do not matter
 * @param states state of the task at a position; the same whenever it is asked
 */
public record TablePart(ChunkSource source, int from, int to, DroppedPositions dropped, IntFunction<TaskState> states) {
    public TablePart {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no range of positions: " + from + " to " + to);
        }
    }

    /** Number of rows. */
    int size() {
        return to - from - dropped.countIn(from, to);
    }

    /** Where a row is, counted from the first of the part. */
    Span spanAt(int row) {
        int position = dropped.advance(from, row);
        return new Span(this, position / Chunk.CAPACITY, position % Chunk.CAPACITY, 1);
    }

    /** A range of tasks that are all in one state. */
    public static TablePart of(ChunkSource source, int from, int to, DroppedPositions dropped, TaskState state) {
        return new TablePart(source, from, to, dropped, position -> state);
    }
}
