package io.rush.core.table;

import io.rush.api.task.TaskField;
import io.rush.api.task.TaskState;
import io.rush.api.task.TaskTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tasks in chunks, as an archive holds them; counts how often a chunk is asked for. For one thread. */
final class Archive implements ChunkSource {
    private final List<ChunkBuilder> builders = new ArrayList<>();
    private DroppedPositions dropped = DroppedPositions.NONE;
    private int size;
    private int loads;

    /** Single quotes stand for double ones. */
    static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    static Archive ofInputs(String... xs) {
        Archive archive = new Archive();
        for (String inputs : xs) {
            archive.add(Map.of(TaskField.XS, inputs));
        }
        return archive;
    }

    /** Adds a task, the n-th of which gets the key {@code t<n>}, counted from 0. */
    Optional<String> add(Map<TaskField, String> fields) {
        if (size % Chunk.CAPACITY == 0) {
            builders.add(new ChunkBuilder());
        }
        Map<TaskField, byte[]> raw = new EnumMap<>(TaskField.class);
        fields.forEach((field, text) -> raw.put(field, json(text)));
        Optional<String> reason = builders.get(builders.size() - 1).append(new TaskBody("t" + size, raw));
        if (reason.isPresent()) {
            dropped = dropped.with(size);
        }
        size++;
        return reason;
    }

    @Override
    public Chunk chunk(int index) {
        loads++;
        return builders.get(index).snapshot();
    }

    int loads() {
        return loads;
    }

    TablePart part(int from, int to, TaskState state) {
        return TablePart.of(this, from, to, dropped, state);
    }

    /** All tasks, finished, with all fields. */
    TaskTable table() {
        return table(EnumSet.allOf(TaskField.class));
    }

    TaskTable table(EnumSet<TaskField> fields) {
        return ColumnarTable.of(List.of(part(0, size, TaskState.FINISHED)), fields);
    }
}
