package io.rush.core.table;

import io.rush.api.task.Condition;
import io.rush.api.task.Seed;
import io.rush.api.task.TaskField;
import io.rush.api.task.TaskRow;
import io.rush.api.task.TaskState;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row of a table, read from its chunk whenever it is asked. */
final class TableRow implements TaskRow {
    private final RowPlace place;
    private final Lazy<Schema> schema;
    private final Set<TaskField> fields;

    TableRow(RowPlace place, Lazy<Schema> schema, Set<TaskField> fields) {
        this.place = place;
        this.schema = schema;
        this.fields = fields;
    }

    @Override
    public String key() {
        return place.key();
    }

    @Override
    public TaskState state() {
        return place.span().state(place.slot());
    }

    @Override
    public Map<String, Object> xs() {
        return named(TaskField.XS);
    }

    @Override
    public Map<String, Object> ys() {
        return named(TaskField.YS);
    }

    @Override
    public Map<String, Object> xsExtra() {
        return named(TaskField.XS_EXTRA);
    }

    @Override
    public Map<String, Object> ysExtra() {
        return named(TaskField.YS_EXTRA);
    }

    @Override
    public Optional<String> workerId() {
        return bookkeeping(TaskField.WORKER_ID, String.class);
    }

    @Override
    public Optional<Condition> condition() {
        return bookkeeping(TaskField.CONDITION, Condition.class);
    }

    @Override
    public Optional<Condition> lastCondition() {
        return bookkeeping(TaskField.LAST_CONDITION, Condition.class);
    }

    @Override
    public Optional<Seed> seed() {
        return bookkeeping(TaskField.SEED, Seed.class);
    }

    @Override
    public Optional<Duration> timeout() {
        return bookkeeping(TaskField.TIMEOUT, Double.class).map(Timeouts::ofSeconds);
    }

    @Override
    public OptionalInt maxRetries() {
        return count(TaskField.MAX_RETRIES);
    }

    @Override
    public int retries() {
        return count(TaskField.N_RETRIES).orElse(0);
    }

    @Override
    public Optional<Object> get(String column) {
        return place.value(schema.get().source(column));
    }

    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : schema.get().names()) {
            get(name).ifPresent(value -> values.put(name, value));
        }
        return Collections.unmodifiableMap(values);
    }

    @Override
    public String toString() {
        return CellText.of(toMap());
    }

    private Map<String, Object> named(TaskField field) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (fields.contains(field)) {
            for (StoredCells cells : place.chunk().columns()) {
                if (cells.id().field() == field && cells.tag(place.slot()) != Cells.ABSENT) {
                    values.put(
                            cells.id().name(),
                            CellValues.at(cells, place.slot()).orElse(null));
                }
            }
        }
        return Collections.unmodifiableMap(values);
    }

    private OptionalInt count(TaskField field) {
        Optional<Long> count = bookkeeping(field, Long.class);
        return count.isPresent() ? OptionalInt.of(Math.toIntExact(count.get())) : OptionalInt.empty();
    }

    private <T> Optional<T> bookkeeping(TaskField field, Class<T> type) {
        return fields.contains(field)
                ? place.value(CellSource.stored(ColumnId.of(field))).map(type::cast)
                : Optional.empty();
    }
}
