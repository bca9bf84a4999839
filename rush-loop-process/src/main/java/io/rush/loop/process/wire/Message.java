package io.rush.loop.process.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Named values that the other side sent: what this side's encoder writes is there.
 *
 * @param values as the codec read them
 */
record Message(Map<String, Object> values) {
    Object get(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    int number(String name) {
        return Math.toIntExact((Long) get(name));
    }

    Map<String, Object> map(String name) {
        Map<String, Object> copy = new LinkedHashMap<>();
        ((Map<?, ?>) get(name)).forEach((key, value) -> copy.put((String) key, value));
        return Collections.unmodifiableMap(copy);
    }
}
