package io.rush.loop.process.option;

import io.rush.api.error.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the user chose, read by name; refuses what is wrong in words. Used by one thread. */
final class Choice {
    private final Map<String, Object> chosen;
    private final TreeSet<String> known = new TreeSet<>();

    Choice(Map<String, Object> chosen) {
        this.chosen = chosen;
    }

    boolean flag(String name, boolean otherwise) {
        Object value = get(name);
        return value == null ? otherwise : as(name, value, Boolean.class, "true or false");
    }

    long whole(String name, long least, long otherwise) {
        Object value = get(name);
        String wanted = "a whole number from " + least + " on";
        if (value == null) {
            return otherwise;
        }
        long number = as(name, value, Long.class, wanted);
        require(number >= least, name, value, wanted);
        return number;
    }

    /** Fractions are welcome. */
    double number(String name, double least, double most, double otherwise) {
        Object value = get(name);
        if (value == null) {
            return otherwise;
        }
        String wanted = "a number from " + least + " to " + most;
        double number = as(name, value, Number.class, wanted).doubleValue();
        require(number >= least && number <= most, name, value, wanted);
        return number;
    }

    String text(String name, Predicate<String> allowed, String wanted) {
        Object value = get(name);
        if (value == null) {
            return "";
        }
        String text = as(name, value, String.class, wanted);
        require(allowed.test(text), name, value, wanted);
        return text;
    }

    List<String> texts(String name, Predicate<String> allowed, String wanted) {
        Object value = get(name);
        if (value == null) {
            return List.of();
        }
        List<?> elements = as(name, value, List.class, wanted);
        require(
                elements.stream().allMatch(element -> element instanceof String text && allowed.test(text)),
                name,
                value,
                wanted);
        return elements.stream().map(String.class::cast).toList();
    }

    Map<String, String> variables(String name, String wanted) {
        Object value = get(name);
        if (value == null) {
            return Map.of();
        }
        Map<String, String> variables = new LinkedHashMap<>();
        Map<?, ?> given = as(name, value, Map.class, wanted);
        given.forEach((variable, content) -> {
            require(isVariable(variable) && content instanceof String, name, value, wanted);
            variables.put((String) variable, (String) content);
        });
        return variables;
    }

    private static boolean isVariable(@Nullable Object name) {
        return name instanceof String text && !text.isEmpty() && text.indexOf('=') < 0 && text.indexOf('\0') < 0;
    }

    private @Nullable Object get(String name) {
        known.add(name);
        return chosen.get(name);
    }

    private static <T> T as(String name, Object value, Class<T> type, String wanted) {
        require(type.isInstance(value), name, value, wanted);
        return type.cast(value);
    }

    private static void require(boolean condition, String name, Object value, String wanted) {
        if (!condition) {
            throw new ConfigurationException(
                    "the option '" + name + "' of the loop 'process' must be " + wanted + ", not " + value);
        }
    }

    /** Refuses options that nobody asked for, once all were asked for. */
    void refuseOthers() {
        TreeSet<String> others = new TreeSet<>(chosen.keySet());
        others.removeAll(known);
        if (!others.isEmpty()) {
            throw new ConfigurationException("the loop 'process' has no option " + String.join(", ", others)
                    + "; its options are " + String.join(", ", known));
        }
    }
}
