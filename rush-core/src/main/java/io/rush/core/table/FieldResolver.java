package io.rush.core.table;

/** Finds the JSON of a field that refers to a file. Thread-safe. */
@FunctionalInterface
public interface FieldResolver {
    /**
     * The JSON of a field.
     *
     * @throws io.rush.api.error.SerializationException if the file is missing or was changed
     */
    byte[] resolve(String field, byte[] stored);
}
