package io.rush.core.handle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Flattens a hash: fields with named values spread into these names, qualified where a name occurs more than once. */
final class FlatHash {
    private final Map<String, Integer> occurrences = new LinkedHashMap<>();
    private final Map<String, Object> flat = new LinkedHashMap<>();

    private FlatHash() {}

    static Map<String, Object> of(Map<String, Object> hash) {
        FlatHash flattened = new FlatHash();
        hash.forEach(flattened::count);
        hash.forEach((field, value) -> flattened.spread(field, value, hash));
        return Collections.unmodifiableMap(flattened.flat);
    }

    private void count(String field, Object value) {
        if (value instanceof Map<?, ?> named) {
            named.keySet().forEach(name -> occurrences.merge((String) name, 1, Integer::sum));
        } else {
            occurrences.merge(field, 1, Integer::sum);
        }
    }

    private void spread(String field, Object value, Map<String, Object> hash) {
        if (value instanceof Map<?, ?> named) {
            named.forEach((name, member) -> {
                boolean unique = occurrences.getOrDefault(name, 0) == 1;
                boolean looksQualified =
                        hash.keySet().stream().anyMatch(other -> ((String) name).startsWith(other + "."));
                flat.put(unique && !looksQualified ? (String) name : field + "." + name, member);
            });
        } else {
            flat.put(field, value);
        }
    }
}
