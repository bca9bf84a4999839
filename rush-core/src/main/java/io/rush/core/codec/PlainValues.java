package io.rush.core.codec;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recognises named values that are never refused and read the same each time, so that they may be encoded later. */
public final class PlainValues {
    private static final Module JDK = Object.class.getModule();

    /** A character that JSON must escape. */
    private static final int LONGEST_CHARACTER = 6;
    /** More than any number takes, with quotes, colon and comma. */
    private static final int LONGEST_MEMBER = 40;

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

    /** Whether such values, as {@link #are} recognises them, take so many bytes at most as JSON. */
    public static boolean fitWithin(@Nullable Object named, long bytes) {
        if (!(named instanceof Map<?, ?> map)) {
            return false;
        }
        long most = LONGEST_MEMBER;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            most += LONGEST_MEMBER + longest(entry.getKey()) + longest(entry.getValue());
        }
        return most <= bytes;
    }

    private static long longest(@Nullable Object value) {
        return value instanceof String text ? (long) text.length() * LONGEST_CHARACTER : 0;
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
