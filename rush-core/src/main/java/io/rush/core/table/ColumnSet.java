package io.rush.core.table;

import io.rush.api.task.TaskField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The growing columns of a chunk. For one thread. */
final class ColumnSet {
    private final Map<TaskField, Map<String, ColumnBuilder>> known = new EnumMap<>(TaskField.class);
    private final List<ColumnBuilder> occurring = new ArrayList<>();
    private ChunkColumns latest = ChunkColumns.NONE;

    /** The column of a name within a field; a new one does not occur before it has a value. */
    ColumnBuilder column(TaskField field, String name) {
        return known.computeIfAbsent(field, unknown -> new HashMap<>())
                .computeIfAbsent(name, unknown -> new ColumnBuilder(new ColumnId(field, name)));
    }

    /** To be called before the column gets its first value. */
    void noteOccurrence(ColumnBuilder column) {
        if (column.isEmpty()) {
            occurring.add(column);
        }
    }

    /** The columns as they are; the same object as before where no array was replaced. */
    ChunkColumns snapshot() {
        if (!isUnchanged()) {
            latest = ChunkColumns.of(
                    occurring.stream().map(ColumnBuilder::freeze).toList());
        }
        return latest;
    }

    private boolean isUnchanged() {
        boolean unchanged = occurring.size() == latest.inOrder().size();
        for (int i = 0; i < occurring.size() && unchanged; i++) {
            unchanged = occurring.get(i).isFrozen();
        }
        return unchanged;
    }

    long weightInBytes() {
        long weight = 0;
        for (ColumnBuilder column : occurring) {
            weight += column.weightInBytes();
        }
        return weight;
    }
}
