package io.rush.core.table;

import io.rush.api.error.ConfigurationException;
import io.rush.api.task.TaskField;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns of a table: their names in order, and where to find their cells. Immutable. */
final class Schema {
    private final Map<String, CellSource> sources;
    private final Map<ColumnId, String> stored;
    private final List<String> names;

    private Schema(Map<String, CellSource> sources, Map<ColumnId, String> stored) {
        this.sources = sources;
        this.stored = stored;
        this.names = List.copyOf(sources.keySet());
    }

    /** The columns of the given fields that occur in the rows. */
    static Schema of(Rows rows, Set<TaskField> shown) {
        return rows.fromStart()
                .flatMap(part -> part.source().columns().map(columns -> columns.schema(part.to(), shown)))
                .orElseGet(() -> of(Occurrences.in(rows.spans(), shown)));
    }

    /** Those columns, given in order of first appearance. */
    static Schema of(Collection<ColumnId> occurring) {
        Map<ColumnId, String> stored = ColumnNames.of(occurring);
        Map<String, CellSource> sources = new LinkedHashMap<>();
        sources.put(ColumnNames.KEYS, CellSource.KEYS);
        sources.put(ColumnNames.STATE, CellSource.STATES);
        stored.forEach((id, name) -> sources.put(name, CellSource.stored(id)));
        return new Schema(sources, stored);
    }

    List<String> names() {
        return names;
    }

    /** Where to find the column of that name, which must be there and unambiguous. */
    CellSource source(String name) {
        CellSource source = sources.get(name);
        if (source != null) {
            return source;
        }
        List<String> qualified = qualified(name);
        throw new ConfigurationException(
                qualified.isEmpty()
                        ? "unknown column '" + name + "'; columns are " + String.join(", ", names)
                        : "column '" + name + "' must be named with its field: " + String.join(" or ", qualified));
    }

    Optional<CellSource> find(String name) {
        return Optional.ofNullable(sources.get(name));
    }

    /** What the column of a name within a field is called, which must be there. */
    String name(TaskField field, String name) {
        return find(field, name)
                .orElseThrow(() -> new ConfigurationException(
                        "no value '" + name + "' in field " + field.fieldName() + "; " + known(field)));
    }

    /** What the column of a name within a field is called, if it is there. */
    Optional<String> find(TaskField field, String name) {
        return Optional.ofNullable(stored.get(new ColumnId(field, name)));
    }

    private List<String> qualified(String plainName) {
        return stored.entrySet().stream()
                .filter(column -> column.getKey().name().equals(plainName))
                .map(Map.Entry::getValue)
                .toList();
    }

    private String known(TaskField field) {
        List<String> known = stored.keySet().stream()
                .filter(id -> id.field() == field)
                .map(ColumnId::name)
                .toList();
        return known.isEmpty()
                ? "the table has no values of that field; fetch it with the field " + field.fieldName()
                : "names are " + String.join(", ", known);
    }
}
