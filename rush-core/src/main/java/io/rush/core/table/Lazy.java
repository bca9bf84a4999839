package io.rush.core.table;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for and then remembered; a failure is not. Thread-safe. */
final class Lazy<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T value;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
        T present = value;
        return present == null ? make() : present;
    }

    private synchronized T make() {
        T present = value;
        if (present == null) {
            present = maker.get();
            value = present;
        }
        return present;
    }
}
