package io.rush.api.task;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One column of a {@link TaskTable}. Immutable and thread-safe. A cell is missing where its task has no value of that
 * name, or null.
 */
public interface Column {
    /** The column's name in its table. */
    String name();

    /** Number of rows. */
    int size();

    /** The value at a row, or empty where it is missing. */
    Optional<Object> get(int row);

    /**
     * The column as numbers, one a row; missing cells are NaN. Integers beyond 2^53 lose precision. Not boxed; a new
     * array at each call.
     *
     * @throws io.rush.api.error.SerializationException if a cell holds something else; the message names its task
     */
    double[] toDoubles();

    /**
     * The column as integers, one a row. Not boxed; a new array at each call.
     *
     * @throws io.rush.api.error.SerializationException if a cell is missing or holds something else; the message names
     *     its task
     */
    long[] toLongs();

    /** The cells in order. */
    default List<Optional<Object>> toList() {
        return IntStream.range(0, size()).mapToObj(this::get).toList();
    }
}
