package io.rush.core.codec;

import io.rush.api.error.SerializationException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk through nested values stands; becomes text only when something is refused. Belongs to one thread.
 *
 * <p>A name that is not a plain word is quoted: {@code xs["learning rate"]}.
 */
final class ValuePath {
    /** Deeper values are taken for a cycle. */
    static final int DEPTH_LIMIT = 500;

    private static final int SHOWN_STEPS = 20;
    private static final int NAMED = -1;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$-]+");

    private final String root;
    private String[] names = new String[8];
    private int[] indices = new int[8];
    private int depth;

    ValuePath(String root) {
        this.root = root;
    }

    void enter(String name) {
        push(name, NAMED);
    }

    void enter(int index) {
        push("", index);
    }

    void leave() {
        depth--;
    }

    SerializationException refusal(String message) {
        return new SerializationException(toString(), message);
    }

    SerializationException refusal(String message, @Nullable Throwable cause) {
        return new SerializationException(toString(), message, cause);
    }

    private void push(String name, int index) {
        if (depth == DEPTH_LIMIT) {
            throw refusal("values are nested more than " + DEPTH_LIMIT + " deep; does one contain itself?");
        }
        if (depth == names.length) {
            names = Arrays.copyOf(names, depth * 2);
            indices = Arrays.copyOf(indices, depth * 2);
        }
        names[depth] = name;
        indices[depth] = index;
        depth++;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(root);
        for (int i = 0; i < Math.min(depth, SHOWN_STEPS); i++) {
            appendStep(text, i);
        }
        if (depth > SHOWN_STEPS) {
            text.append('…');
        }
        return text.isEmpty() ? "value" : text.toString();
    }

    private void appendStep(StringBuilder text, int i) {
        if (indices[i] != NAMED) {
            text.append('[').append(indices[i]).append(']');
        } else if (WORD.matcher(names[i]).matches()) {
            text.append(text.isEmpty() ? "" : ".").append(names[i]);
        } else {
            text.append("[\"").append(names[i]).append("\"]");
        }
    }
}
