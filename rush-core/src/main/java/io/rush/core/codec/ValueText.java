package io.rush.core.codec;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names a value in a message: its kind, and the value itself where it is short. */
public final class ValueText {
    private static final int SHOWN_CHARACTERS = 40;

    private ValueText() {}

    /** For example {@code the string 'abc'} or {@code a list of 3}. */
    public static String of(Object value) {
        if (value instanceof String text) {
            return "the string '" + shortened(text) + "'";
        } else if (value instanceof List<?> list) {
            return "a list of " + list.size();
        } else if (value instanceof Map<?, ?> map) {
            return "a map of " + map.size();
        } else if (value instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        return "the " + value.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " " + shortened(value.toString());
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
