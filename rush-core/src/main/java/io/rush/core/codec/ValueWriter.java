package io.rush.core.codec;

import io.rush.api.task.LargeObject;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes values as JSON and refuses what is outside the value model. For one walk of one thread. */
final class ValueWriter {
    private final JsonGenerator json;
    private final ValuePath path;
    private final ScalarWriter scalars;

    ValueWriter(JsonGenerator json, ValuePath path) {
        this.json = json;
        this.path = path;
        this.scalars = new ScalarWriter(json, path);
    }

    /** The members of a map or record; an object without a marker. */
    void writeNamed(@Nullable Object mapOrRecord) {
        if (mapOrRecord instanceof Map<?, ?> map) {
            writeMap(map);
        } else if (mapOrRecord instanceof Record values) {
            writeRecord(values);
        } else {
            String found = mapOrRecord == null ? "null" : mapOrRecord.getClass().getName();
            throw path.refusal("named values must be a Map<String, ?> or a record, not " + found);
        }
    }

    void write(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            writeBytes(bytes);
        } else if (value instanceof Collection<?> elements) {
            writeElements(elements);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map);
        } else if (value instanceof LargeObject reference) {
            LargeObjectText.write(json, reference);
        } else if (value instanceof Record values) {
            writeRecord(values);
        } else if (value instanceof double[] numbers) {
            writeDoubles(numbers);
        } else if (value != null && value.getClass().isArray()) {
            writeArray(value);
        } else {
            writeSingle(value);
        }
    }

    private void writeSingle(@Nullable Object value) {
        if (value instanceof BigInteger number) {
            writeMarked(Markers.INTEGER, number.toString());
        } else if (value instanceof BigDecimal number) {
            writeMarked(Markers.DECIMAL, number.toString());
        } else if (value instanceof Instant instant) {
            writeMarked(Markers.INSTANT, instant.toString());
        } else {
            scalars.write(value);
        }
    }

    private void writeMarked(String marker, String text) {
        json.writeStartObject();
        json.writeName(marker);
        json.writeString(text);
        json.writeEndObject();
    }

    private void writeBytes(byte[] bytes) {
        json.writeStartObject();
        json.writeName(Markers.BYTES);
        json.writeBinary(bytes);
        json.writeEndObject();
    }

    private void writeElements(Collection<?> elements) {
        json.writeStartArray();
        int index = 0;
        for (Object element : elements) {
            writeElement(index++, element);
        }
        json.writeEndArray();
    }

    private void writeArray(Object array) {
        json.writeStartArray();
        int length = Array.getLength(array);
        for (int i = 0; i < length; i++) {
            writeElement(i, Array.get(array, i));
        }
        json.writeEndArray();
    }

    private void writeDoubles(double[] numbers) {
        json.writeStartArray();
        for (double number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }

    private void writeElement(int index, @Nullable Object element) {
        path.enter(index);
        write(element);
        path.leave();
    }

    private void writeMap(Map<?, ?> map) {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String name)) {
                throw path.refusal("a map's keys must be strings; found " + described(entry.getKey()));
            }
            writeMember(name, entry.getValue());
        }
        json.writeEndObject();
    }

    private static String described(@Nullable Object key) {
        return key == null ? "null" : key + " of " + key.getClass().getName();
    }

    private void writeRecord(Record values) {
        json.writeStartObject();
        for (RecordField field : RecordShape.of(path, values.getClass()).fields()) {
            Object value = field.get(path, values);
            if (!(value instanceof Optional<?> optional)) {
                writeMember(field.name(), value);
            } else if (optional.isPresent()) {
                writeMember(field.name(), optional.get());
            }
        }
        json.writeEndObject();
    }

    private void writeMember(String name, @Nullable Object value) {
        scalars.requireText(name);
        json.writeName(Markers.escape(name));
        path.enter(name);
        write(value);
        path.leave();
    }
}
