package io.rush.core.table;

import io.rush.api.task.TaskField;

/** Identifies stored cells: a name within a field. A field without named values has one column of its own name. */
record ColumnId(TaskField field, String name) {
    static ColumnId of(TaskField bookkeeping) {
        return new ColumnId(bookkeeping, bookkeeping.fieldName());
    }
}
