package io.rush.core.codec;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the values that JSON has a literal for, and refuses every other one. */
final class ScalarWriter {
    private final JsonGenerator json;
    private final ValuePath path;

    ScalarWriter(JsonGenerator json, ValuePath path) {
        this.json = json;
        this.path = path;
    }

    void write(@Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Number number) {
            writeNumber(number);
        } else if (value instanceof String text) {
            writeText(text);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Enum<?> constant) {
            json.writeString(constant.name());
        } else if (value instanceof Character character) {
            writeText(character.toString());
        } else {
            throw refusal(value);
        }
    }

    private void writeNumber(Number number) {
        if (number instanceof Double) {
            json.writeNumber(number.doubleValue());
        } else if (number instanceof Float) {
            json.writeNumber(Double.parseDouble(number.toString()));
        } else if (isInteger(number)) {
            json.writeNumber(number.longValue());
        } else {
            throw refusal(number);
        }
    }

    private static boolean isInteger(Number number) {
        return number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte;
    }

    private void writeText(String text) {
        requireText(text);
        json.writeString(text);
    }

    /** Half of a surrogate pair has no form in UTF-8, so it could not come back as it went. */
    void requireText(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    throw path.refusal(
                            "the text has half of a surrogate pair at index " + i + "; store such data as byte[]");
                }
                i++;
            }
        }
    }

    private RuntimeException refusal(Object value) {
        if (value instanceof Optional) {
            return path.refusal("an Optional is not a value; pass what it holds, or null, or leave the name out");
        }
        return path.refusal("a value of " + value.getClass().getName() + " cannot be stored; values are strings,"
                + " booleans, integers, floating point numbers, BigInteger, BigDecimal, Instant, enums, byte[],"
                + " collections, arrays, maps with string keys, records and null");
    }
}
