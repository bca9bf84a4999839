package io.rush.core.table;

import io.rush.api.task.Condition;
import io.rush.api.task.Seed;
import java.util.List;
import java.util.Map;

/** Estimates the heap that values take, in bytes; with compressed references. */
final class Weights {
    static final int REFERENCE = 4;
    static final int ARRAY = 16;
    private static final int OBJECT = 24;
    /** A linked hash map's entry, and its place in the table. */
    private static final int MAP_ENTRY = 48;

    private static final int SEED = 72;
    private static final char LAST_LATIN = 255;
    private static final int SMALL = 24;

    private Weights() {}

    static long of(Object value) {
        if (value instanceof String text) {
            return OBJECT + ARRAY + (long) text.length() * (isLatin(text) ? 1 : 2);
        } else if (value instanceof byte[] bytes) {
            return ARRAY + (long) bytes.length;
        } else if (value instanceof List<?> list) {
            return OBJECT + OBJECT + ARRAY + ofElements(list);
        } else if (value instanceof Map<?, ?> map) {
            return OBJECT
                    + OBJECT
                    + ARRAY
                    + (long) map.size() * MAP_ENTRY
                    + ofElements(map.keySet())
                    + ofElements(map.values());
        } else if (value instanceof Condition condition) {
            return OBJECT
                    + of(condition.message())
                    + condition.errorClass().map(Weights::of).orElse(0L)
                    + condition.stackTrace().map(Weights::of).orElse(0L);
        }
        return value instanceof Seed ? SEED : SMALL;
    }

    /** A key, which holds digits and small letters. */
    static long ofKey(String key) {
        return OBJECT + ARRAY + (long) key.length();
    }

    private static long ofElements(Iterable<?> elements) {
        long weight = 0;
        for (Object element : elements) {
            weight += REFERENCE + (element == null ? 0 : of(element));
        }
        return weight;
    }

    private static boolean isLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_LATIN) {
                return false;
            }
        }
        return true;
    }
}
