package io.rush.core.codec;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recognises named values that are never refused and read the same each time, so that they may be encoded later. */
public final class PlainValues {
    private static final Module JDK = Object.class.getModule();

    private PlainValues() {}

    /** Whether these are such values: a map of the JDK's from plain names to numbers, booleans and plain texts. */
    public static boolean are(@Nullable Object named) {
        if (!(named instanceof Map<?, ?> map) || named.getClass().getModule() != JDK) {
            return false;
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!isText(entry.getKey()) || !isPlain(entry.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(@Nullable Object value) {
        return value instanceof Double
                || value instanceof Long
                || value instanceof Integer
                || value instanceof Boolean
                || isText(value);
    }

    private static boolean isText(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
