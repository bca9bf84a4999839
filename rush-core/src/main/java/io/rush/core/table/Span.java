package io.rush.core.table;

import io.rush.api.task.TaskState;
import java.util.ArrayList;
import java.util.List;

/** The consecutive slots of one chunk that a part of a table covers. */
record Span(TablePart part, int chunkIndex, int firstSlot, int length) {
    static List<Span> of(List<TablePart> parts) {
        List<Span> spans = new ArrayList<>();
        for (TablePart part : parts) {
            int position = part.from();
            while (position < part.to()) {
                int slot = position % Chunk.CAPACITY;
                int length = Math.min(Chunk.CAPACITY - slot, part.to() - position);
                spans.add(new Span(part, position / Chunk.CAPACITY, slot, length));
                position += length;
            }
        }
        return spans;
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
