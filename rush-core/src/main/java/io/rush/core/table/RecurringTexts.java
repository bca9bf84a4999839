package io.rush.core.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Turns bytes into texts of which there are few, each of them one object in the whole process. For one thread. */
final class RecurringTexts {
    private static final int PLACES = 64;

    private final byte[][] seen = new byte[PLACES][];
    private final @Nullable String[] texts = new @Nullable String[PLACES];

    String of(byte[] raw) {
        int place = Arrays.hashCode(raw) & (PLACES - 1);
        String text = texts[place];
        if (text == null || !Arrays.equals(seen[place], raw)) {
            text = new String(raw, UTF_8).intern();
            texts[place] = text;
            seen[place] = raw;
        }
        return text;
    }
}
