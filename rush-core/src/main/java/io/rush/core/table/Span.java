package io.rush.core.table;

import io.rush.api.task.TaskState;
import java.util.ArrayList;
import java.util.List;

/** Consecutive slots of one chunk, all of which are rows of a table. */
record Span(TablePart part, int chunkIndex, int firstSlot, int length) {
    /** All positions of the parts but those that were dropped. */
    static List<Span> of(List<TablePart> parts) {
        List<Span> spans = new ArrayList<>();
        for (TablePart part : parts) {
            int position = part.from();
            while (position < part.to()) {
                int end = endOfSpan(part, position);
                if (end > position) {
                    int slot = position % Chunk.CAPACITY;
                    spans.add(new Span(part, position / Chunk.CAPACITY, slot, end - position));
                }
                // What ended the span may be a dropped position; if not, it is looked at again.
                position = part.dropped().firstIn(end, end + 1) == end ? end + 1 : end;
            }
        }
        return spans;
    }

    private static int endOfSpan(TablePart part, int position) {
        int endOfChunk = position - position % Chunk.CAPACITY + Chunk.CAPACITY;
        return part.dropped().firstIn(position, Math.min(endOfChunk, part.to()));
    }

    Chunk chunk() {
        return part.source().chunk(chunkIndex);
    }

    int endSlot() {
        return firstSlot + length;
    }

    TaskState state(int slot) {
        return part.states().apply(chunkIndex * Chunk.CAPACITY + slot);
    }
}
