package io.rush.core.codec;

import io.rush.api.error.SerializationException;
import io.rush.api.task.Condition;
import io.rush.api.task.FailureCause;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A task's condition as a JSON object and back: {@code cause}, {@code message}, {@code class}, {@code stack_trace}. */
public final class Conditions {
    private static final JsonValues JSON = new JsonValues();
    private static final String FIELD = "condition";
    private static final String CAUSE = "cause";
    private static final String MESSAGE = "message";
    private static final String CLASS = "class";
    private static final String STACK_TRACE = "stack_trace";

    private Conditions() {}

    /**
     * The condition as JSON; an absent class or stack trace is left out. Never refused: halves of surrogate pairs become
     * question marks.
     */
    public static byte[] encode(Condition condition) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put(CAUSE, wireName(condition.cause()));
        members.put(MESSAGE, wellFormed(condition.message()));
        condition.errorClass().ifPresent(type -> members.put(CLASS, wellFormed(type)));
        condition.stackTrace().ifPresent(trace -> members.put(STACK_TRACE, wellFormed(trace)));
        return JSON.encode(FIELD, members);
    }

    /**
     * The condition back.
     *
     * @throws SerializationException if the bytes are not what {@link #encode} makes
     */
    public static Condition decode(byte[] json) {
        Map<String, Object> members = JSON.decode(FIELD, json);
        return new Condition(
                cause(required(members, CAUSE)),
                required(members, MESSAGE),
                text(members, CLASS),
                text(members, STACK_TRACE));
    }

    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String wireName(FailureCause cause) {
        return cause.name().toLowerCase(Locale.ROOT);
    }

    private static FailureCause cause(String name) {
        return Arrays.stream(FailureCause.values())
                .filter(cause -> wireName(cause).equals(name))
                .findFirst()
                .orElseThrow(() -> new SerializationException(path(CAUSE), "unknown cause '" + name + "'"));
    }

    private static String required(Map<String, Object> members, String name) {
        return text(members, name).orElseThrow(() -> new SerializationException(path(name), "is missing"));
    }

    private static Optional<String> text(Map<String, Object> members, String name) {
        Object value = members.get(name);
        if (value == null || value instanceof String) {
            return Optional.ofNullable((String) value);
        }
        throw new SerializationException(path(name), "must be a string, not " + ValueText.of(value));
    }

    private static String path(String name) {
        return FIELD + "." + name;
    }
}
