package io.rush.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Writes and reads hashes below the level of tasks (manual, {@code write_hashes}, {@code read_hashes}, {@code
 * read_hash}). Thread-safe. Writing to a task's hash does not change its state, and a finished task that is cached does
 * not show the change.
 */
public interface Hashes {
    /**
     * Writes hashes under new keys: the n-th element of each list goes to the n-th hash, under the field's name.
     *
     * @param fields a list of values a field; each of length one, which holds for all hashes, or of one common length
     * @return keys of the hashes in order
     * @throws io.rush.api.error.ConfigurationException if there is no field or the lengths differ; nothing is written
     */
    List<String> write(Map<String, ? extends List<?>> fields);

    /**
     * Writes hashes under given keys; existing fields of the same name are replaced.
     *
     * @throws io.rush.api.error.ConfigurationException if a list's length is neither one nor the number of keys, or a key
     *     is blank or occurs twice; nothing is written
     */
    void write(Map<String, ? extends List<?>> fields, List<String> keys);

    /**
     * Reads hashes and flattens them: a field with named values spreads into these names, another one keeps its own. A
     * name that occurs in several fields is qualified in each: {@code xs.y}, {@code ys.y}.
     *
     * @return one map a key in order, empty where there is no such hash; fields that a hash lacks are left out
     */
    List<Map<String, Object>> read(Collection<String> keys, Collection<String> fields);

    /** Reads hashes as they are: one map a key, from field to value. */
    List<Map<String, Object>> readNested(Collection<String> keys, Collection<String> fields);

    /** Reads one hash as it is, from field to value; empty if there is none. */
    default Map<String, Object> readNested(String key, Collection<String> fields) {
        return readNested(List.of(key), fields).get(0);
    }
}
