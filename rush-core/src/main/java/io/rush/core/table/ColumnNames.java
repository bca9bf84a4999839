package io.rush.core.table;

import io.rush.api.task.TaskField;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives stored columns their names in a table. */
final class ColumnNames {
    static final String KEYS = "keys";
    static final String STATE = "state";

    private static final Set<String> RESERVED = Stream.concat(
                    Stream.of(KEYS, STATE),
                    fields(field -> !field.holdsNamedValues()).map(TaskField::fieldName))
            .collect(Collectors.toUnmodifiableSet());

    private ColumnNames() {}

    /** The named columns in the given order, then the bookkeeping fields in theirs, each with its name. */
    static Map<ColumnId, String> of(Collection<ColumnId> occurring) {
        Map<String, Long> fieldsByName = occurring.stream()
                .filter(id -> id.field().holdsNamedValues())
                .collect(Collectors.groupingBy(ColumnId::name, Collectors.counting()));
        Map<ColumnId, String> names = new LinkedHashMap<>();
        for (ColumnId id : occurring) {
            if (id.field().holdsNamedValues()) {
                boolean plain = fieldsByName.getOrDefault(id.name(), 0L) == 1 && !isTaken(id.name());
                names.put(id, plain ? id.name() : qualifier(id.field()) + id.name());
            }
        }
        fields(field -> !field.holdsNamedValues())
                .map(ColumnId::of)
                .filter(occurring::contains)
                .forEach(id -> names.put(id, id.name()));
        return names;
    }

    private static boolean isTaken(String name) {
        return RESERVED.contains(name)
                || fields(TaskField::holdsNamedValues).anyMatch(field -> name.startsWith(qualifier(field)));
    }

    private static String qualifier(TaskField field) {
        return field.fieldName() + ".";
    }

    private static Stream<TaskField> fields(Predicate<TaskField> condition) {
        return Arrays.stream(TaskField.values()).filter(condition);
    }
}
