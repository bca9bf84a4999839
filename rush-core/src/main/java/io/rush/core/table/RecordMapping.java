package io.rush.core.table;

import io.rush.api.error.ConfigurationException;
import io.rush.api.task.TaskField;
import io.rush.core.codec.Records;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of rows. A component is an input or output of its name; if there is neither, the column of that name.
 *
 * @param sources where to find the components by name; components without a column are left out
 */
record RecordMapping<R extends Record>(Class<R> type, Map<String, CellSource> sources) {
    static <R extends Record> RecordMapping<R> of(Class<R> type, Schema schema) {
        Map<String, CellSource> sources = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            source(name, schema).ifPresent(source -> sources.put(name, source));
        }
        return new RecordMapping<>(type, sources);
    }

    R read(RowPlace place) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        sources.forEach((name, source) -> {
            if (place.cells(source).tag(place.slot()) != Cells.ABSENT) {
                values.put(name, place.value(source).orElse(null));
            }
        });
        return Records.toRecord("task '" + place.key() + "'", values, type);
    }

    private static Optional<CellSource> source(String name, Schema schema) {
        Optional<String> input = schema.find(TaskField.XS, name);
        Optional<String> output = schema.find(TaskField.YS, name);
        if (input.isPresent() && output.isPresent()) {
            throw new ConfigurationException("component '" + name + "' could be " + input.get() + " or " + output.get()
                    + "; rename it or fetch the table with one of the two fields");
        }
        return schema.find(input.or(() -> output).orElse(name));
    }
}
