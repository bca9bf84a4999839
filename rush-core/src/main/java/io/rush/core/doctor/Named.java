package io.rush.core.doctor;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Texts by name, as servers give them: some are missing, some are numbers. Immutable. */
record Named(Map<String, String> values) {
    Named {
        values = Map.copyOf(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    boolean is(String name, String value) {
        return value.equals(values.get(name));
    }

    /** The number of that name; empty where it is missing or no number. */
    OptionalLong number(String name) {
        try {
            return OptionalLong.of(Long.parseLong(values.getOrDefault(name, "")));
        } catch (NumberFormatException none) {
            return OptionalLong.empty();
        }
    }

    long number(String name, long otherwise) {
        return number(name).orElse(otherwise);
    }

    /** How much of a limit is used; empty where there is no limit. */
    OptionalDouble share(String used, String limit) {
        long most = number(limit, 0);
        return most > 0 && number(used).isPresent()
                ? OptionalDouble.of((double) number(used, 0) / most)
                : OptionalDouble.empty();
    }
}
