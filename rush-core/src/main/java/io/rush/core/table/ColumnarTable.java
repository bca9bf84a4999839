package io.rush.core.table;

import io.rush.api.error.ConfigurationException;
import io.rush.api.task.Column;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskRow;
import io.rush.api.task.TaskTable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A table as a view of chunks. Making one costs nothing, however many rows it has: what it needs it works out when it is
 * first asked and then remembers.
 */
public final class ColumnarTable implements TaskTable {
    private final Lazy<Rows> rows;
    private final Lazy<Schema> schema;
    private final Set<TaskField> fields;
    private final Lazy<List<String>> keys = new Lazy<>(this::readKeys);

    private ColumnarTable(Lazy<Rows> rows, Lazy<Schema> schema, Set<TaskField> fields) {
        this.rows = rows;
        this.schema = schema;
        this.fields = fields;
    }

    /** The rows of the parts, one part after the other, with the given fields. */
    public static TaskTable of(List<TablePart> parts, Set<TaskField> fields) {
        List<TablePart> settledParts = List.copyOf(parts);
        Set<TaskField> shown = Set.copyOf(fields);
        Lazy<Rows> rows = new Lazy<>(() -> Rows.of(settledParts));
        return new ColumnarTable(rows, new Lazy<>(() -> Schema.of(rows.get(), shown)), shown);
    }

    @Override
    public int size() {
        return rows.get().size();
    }

    @Override
    public List<String> keys() {
        return keys.get();
    }

    @Override
    public List<String> columnNames() {
        return schema.get().names();
    }

    @Override
    public Column column(String name) {
        return new TableColumn(name, schema.get().source(name), rows.get());
    }

    @Override
    public Column column(TaskField field, String name) {
        return column(schema.get().name(field, name));
    }

    @Override
    public TaskRow row(int index) {
        return new TableRow(rows.get().place(index), schema, fields);
    }

    @Override
    public List<TaskRow> rows() {
        return Collections.unmodifiableList(new RowList(this));
    }

    @Override
    public TaskTable sortedBy(String column) {
        return sorted(column, ValueOrder.ASCENDING);
    }

    @Override
    public TaskTable sortedByDescending(String column) {
        return sorted(column, ValueOrder.DESCENDING);
    }

    @Override
    public TaskTable head(int count) {
        if (count < 0) {
            throw new ConfigurationException("the number of rows must not be negative; found " + count);
        }
        return count >= size() ? this : select(IntStream.range(0, count));
    }

    @Override
    public TaskTable filter(Predicate<? super TaskRow> condition) {
        return select(IntStream.range(0, size()).filter(index -> condition.test(row(index))));
    }

    @Override
    public <R extends Record> List<R> toRecords(Class<R> type) {
        RecordMapping<R> mapping = RecordMapping.of(type, schema.get());
        return IntStream.range(0, size())
                .mapToObj(index -> mapping.read(rows.get().place(index)))
                .toList();
    }

    @Override
    public String toString() {
        return TableText.of(this);
    }

    private TaskTable sorted(String column, ValueOrder order) {
        SortKeys sortKeys = SortKeys.read(schema.get().source(column), rows.get());
        return select(IntStream.of(sortKeys.order(order)));
    }

    private TaskTable select(IntStream selected) {
        Rows selection = rows.get().select(selected.toArray());
        return new ColumnarTable(new Lazy<>(() -> selection), schema, fields);
    }

    private List<String> readKeys() {
        String[] read = new String[size()];
        rows.get().forEachRun(run -> {
            for (int i = 0; i < run.size(); i++) {
                read[run.row(i)] = run.key(i);
            }
        });
        return Collections.unmodifiableList(Arrays.asList(read));
    }
}
