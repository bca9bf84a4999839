package io.rush.core.codec;

/**
 * Receives the members of JSON objects one by one, by columns that stand for their names, so that a name that recurs is
 * looked up once.
 *
 * @param <C> what stands for a name
 */
public interface MemberSink<C> {
    /** What stands for a name. */
    C column(String name);

    void putDouble(C column, double value);

    void putLong(C column, long value);

    /** A value that is null. */
    void putNull(C column);

    /** A string or a boolean. */
    void putObject(C column, Object value);
}
