package io.rush.core.script;

import static java.util.Objects.requireNonNull;

import java.util.AbstractList;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A list whose elements are made when somebody asks for them, so that the next is made while the one before it is on its
 * way. Keeps the element it made last. For one thread at a time.
 *
 * @param <T> type of the elements
 */
public final class MadeOnDemand<T> extends AbstractList<T> {
    private final int size;
    private final IntFunction<T> maker;
    private int madeIndex = -1;
    private @Nullable T made;

    /** A list of that size; the maker makes the same element of the same index each time. */
    public MadeOnDemand(int size, IntFunction<T> maker) {
        this.size = size;
        this.maker = maker;
    }

    @Override
    public T get(int index) {
        Objects.checkIndex(index, size);
        if (index != madeIndex) {
            made = maker.apply(index);
            madeIndex = index;
        }
        return requireNonNull(made);
    }

    @Override
    public int size() {
        return size;
    }
}
