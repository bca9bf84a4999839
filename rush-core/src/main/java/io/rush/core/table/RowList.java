package io.rush.core.table;

import io.rush.api.task.TaskRow;
import io.rush.api.task.TaskTable;
import java.util.AbstractList;
import java.util.RandomAccess;

/** The rows of a table as a list that makes them when they are asked for. Thread-safe. */
final class RowList extends AbstractList<TaskRow> implements RandomAccess {
    private final TaskTable table;

    RowList(TaskTable table) {
        this.table = table;
    }

    @Override
    public TaskRow get(int index) {
        return table.row(index);
    }

    @Override
    public int size() {
        return table.size();
    }
}
