package io.rush.api;

/** One of the {@link Settings}: a key with the type of its values, equal to itself alone. */
final class Setting<T> {
    private final T initial;

    Setting(T initial) {
        this.initial = initial;
    }

    T initial() {
        return initial;
    }
}
