package io.rush.core.table;

import io.rush.api.error.SerializationException;
import io.rush.api.task.TaskField;
import io.rush.core.codec.Conditions;
import io.rush.core.codec.FlatReader;
import io.rush.core.codec.JsonValues;
import io.rush.core.codec.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Decodes the fields of tasks into columns; a row comes whole or not at all. For one thread. */
final class RowDecoder {
    private static final JsonValues JSON = new JsonValues();
    private static final List<TaskField> FIELDS = List.of(TaskField.values());

    private final FieldResolver outsourced;
    private final ColumnSet columns = new ColumnSet();
    private final StagedRow row = new StagedRow(columns);
    private final Map<TaskField, FlatReader<ColumnBuilder>> readers = new EnumMap<>(TaskField.class);
    private final RecurringTexts workers = new RecurringTexts();

    RowDecoder(FieldResolver outsourced) {
        this.outsourced = outsourced;
    }

    /** Decodes a row, or throws and leaves the slot empty. */
    void decode(int slot, Map<TaskField, byte[]> fields) {
        row.begin(slot);
        for (TaskField field : FIELDS) {
            byte[] raw = fields.get(field);
            if (raw != null) {
                row.enter(field);
                decodeField(field, raw);
            }
        }
        row.commit();
    }

    ChunkColumns snapshot() {
        return columns.snapshot();
    }

    long weightInBytes() {
        return columns.weightInBytes() + row.objectWeight();
    }

    private void decodeField(TaskField field, byte[] raw) {
        String name = field.fieldName();
        switch (field) {
            case XS, YS, XS_EXTRA, YS_EXTRA -> readNamed(field, raw);
            case WORKER_ID -> row.onObject(name, workers.of(raw));
            case CONDITION, LAST_CONDITION -> row.onObject(name, Conditions.decode(raw));
            case SEED -> row.onObject(name, Seeds.decode(raw));
            case TIMEOUT -> row.onDouble(name, Timeouts.toSeconds(integer(name, raw, Long::parseLong)));
            case MAX_RETRIES, N_RETRIES -> row.onLong(name, integer(name, raw, Integer::parseInt));
        }
    }

    private void readNamed(TaskField field, byte[] raw) {
        int mark = row.mark();
        FlatReader<ColumnBuilder> reader = readers.computeIfAbsent(field, unknown -> new FlatReader<>(row));
        if (!reader.read(raw)) {
            row.rollBack(mark);
            readOtherwise(field.fieldName(), raw);
        }
    }

    private void readOtherwise(String field, byte[] raw) {
        byte[] json = JsonValues.isLargeObject(raw) ? outsourced.resolve(field, raw) : raw;
        JSON.readNamed(field, json, row);
    }

    private static String text(byte[] raw) {
        return new String(raw, StandardCharsets.UTF_8);
    }

    private static long integer(String field, byte[] raw, ToLongFunction<String> parser) {
        try {
            return parser.applyAsLong(text(raw));
        } catch (NumberFormatException malformed) {
            throw new SerializationException(field, "must be an integer", malformed);
        }
    }
}
