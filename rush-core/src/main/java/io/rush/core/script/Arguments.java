package io.rush.core.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** Arguments of a script call, collected in order. Not thread-safe. */
public final class Arguments {
    private static final byte[] NONE = {};
    private static final byte[] ZERO = {'0'};
    private static final byte[] ONE = {'1'};

    private final List<byte[]> values = new ArrayList<>();

    public Arguments add(byte[] value) {
        values.add(value);
        return this;
    }

    public Arguments add(String value) {
        return add(value.getBytes(UTF_8));
    }

    public Arguments add(long value) {
        return add(Long.toString(value));
    }

    /** '1' or '0'. */
    public Arguments add(boolean value) {
        return add(value ? ONE : ZERO);
    }

    public Arguments addAll(Iterable<String> several) {
        several.forEach(this::add);
        return this;
    }

    /** An empty argument, which stands for no value. */
    public Arguments addNone() {
        return add(NONE);
    }

    List<byte[]> values() {
        return values;
    }
}
