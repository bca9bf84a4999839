package io.rush.core.archive;

import io.rush.core.table.ChunkBuilder;
import io.rush.core.table.DroppedPositions;
import io.rush.core.table.FieldResolver;
import io.rush.core.table.TaskBody;
import java.util.List;

/**
 * The finished tasks of one chunk from its first position on, decoded.
 *
 * @param from position of the first task
 * @param tasks as many as there were; more may follow if it is not full
 * @param dropped positions of those that were left out
 */
record ReadChunk(int from, ChunkBuilder tasks, DroppedPositions dropped) {
    static ReadChunk of(int from, List<TaskBody> bodies, FieldResolver outsourced) {
        ChunkBuilder tasks = new ChunkBuilder(outsourced);
        DroppedPositions dropped = DroppedPositions.NONE;
        for (TaskBody body : bodies) {
            if (Drops.append(tasks, body)) {
                dropped = dropped.with(from + tasks.size() - 1);
            }
        }
        return new ReadChunk(from, tasks, dropped);
    }
}
