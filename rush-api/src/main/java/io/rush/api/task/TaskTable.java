package io.rush.api.task;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An immutable table of tasks: a row a task, a column a named value or bookkeeping field. Thread-safe.
 *
 * <p>Columns are {@code keys}, {@code state}, then the named inputs, outputs and extras in order of first appearance,
 * then the bookkeeping fields that were asked for and occur. A named value is a column of its own name; where the name
 * occurs in several fields, equals a bookkeeping column or begins like a qualified name, all columns of that name are
 * qualified by their field: {@code xs.y}, {@code ys.y}.
 *
 * <p>Rows of tasks whose hash was missing or damaged are left out, so that rows may be fewer than keys.
 */
public interface TaskTable {
    /** Number of rows. */
    int size();

    /** Whether there is no row. */
    default boolean isEmpty() {
        return size() == 0;
    }

    /** Keys of the tasks in the order of the rows. */
    List<String> keys();

    /** Names of the columns in order. */
    List<String> columnNames();

    /**
     * The column of that name.
     *
     * @throws io.rush.api.error.ConfigurationException if there is none, or if the name stands in several fields; the
     *     message lists the names to choose from
     */
    Column column(String name);

    /**
     * The column of a name within a field, however it is called in the table.
     *
     * @throws io.rush.api.error.ConfigurationException if the field has no such name
     */
    Column column(TaskField field, String name);

    /** Short for {@code column(name).toDoubles()}. */
    default double[] doubles(String name) {
        return column(name).toDoubles();
    }

    /** Short for {@code column(name).toLongs()}. */
    default long[] longs(String name) {
        return column(name).toLongs();
    }

    /**
     * The row at an index.
     *
     * @throws IndexOutOfBoundsException unless {@code 0 <= index < size()}
     */
    TaskRow row(int index);

    /** The rows in order; the list cannot be changed. This is the manual's {@code data_format = "list"}. */
    List<TaskRow> rows();

    /** The rows in order. */
    default Stream<TaskRow> stream() {
        return rows().stream();
    }

    /** The rows in ascending order of a column; stable; rows without a value come last. */
    TaskTable sortedBy(String column);

    /** The rows in descending order of a column; stable; rows without a value come last. */
    TaskTable sortedByDescending(String column);

    /** The first rows, all if there are fewer. */
    TaskTable head(int rows);

    /** The rows that satisfy a condition. */
    TaskTable filter(Predicate<? super TaskRow> condition);

    /**
     * Inputs and outputs of each row as a record: each component is looked up by its name among the columns.
     *
     * @throws io.rush.api.error.SerializationException if a value is missing or does not fit its component
     */
    <R extends Record> List<R> toRecords(Class<R> type);

    /** The table as text: at most twenty rows, numbers with six significant digits. */
    @Override
    String toString();
}
