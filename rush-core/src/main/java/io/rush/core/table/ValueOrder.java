package io.rush.core.table;

import io.rush.api.task.TaskState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders the values of a column: numbers by value, whatever their type, and NaN after them; then booleans, instants,
 * strings and states; then the rest by its text. Missing values come last.
 */
enum ValueOrder {
    ASCENDING {
        @Override
        int comparePresent(Object a, Object b) {
            return compareByKind(a, b);
        }
    },
    /** Missing values come last all the same, and so does NaN among numbers. */
    DESCENDING {
        @Override
        int comparePresent(Object a, Object b) {
            return compareByKind(b, a);
        }
    };

    abstract int comparePresent(Object a, Object b);

    int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        } else if (a instanceof Number && b instanceof Number && (isNaN(a) || isNaN(b))) {
            return Boolean.compare(isNaN(a), isNaN(b));
        }
        return comparePresent(a, b);
    }

    /** The same as for the boxed numbers. */
    int compareDoubles(double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Boolean.compare(Double.isNaN(a), Double.isNaN(b));
        }
        return this == ASCENDING ? NumberOrder.compareDoubles(a, b) : NumberOrder.compareDoubles(b, a);
    }

    /** The same as for the boxed numbers. */
    int compareLongs(long a, long b) {
        return this == ASCENDING ? Long.compare(a, b) : Long.compare(b, a);
    }

    private static int compareByKind(Object a, Object b) {
        Kind kind = Kind.of(a);
        int byKind = kind.compareTo(Kind.of(b));
        return byKind == 0 ? compareWithin(kind, a, b) : byKind;
    }

    private static int compareWithin(Kind kind, Object a, Object b) {
        return switch (kind) {
            case NUMBER -> NumberOrder.compare((Number) a, (Number) b);
            case BOOLEAN -> ((Boolean) a).compareTo((Boolean) b);
            case INSTANT -> ((Instant) a).compareTo((Instant) b);
            case STRING -> ((String) a).compareTo((String) b);
            case STATE -> ((TaskState) a).compareTo((TaskState) b);
            case OTHER -> compareOthers(a, b);
        };
    }

    private static int compareOthers(Object a, Object b) {
        return a instanceof byte[] left && b instanceof byte[] right
                ? Arrays.compareUnsigned(left, right)
                : a.toString().compareTo(b.toString());
    }

    private static boolean isNaN(Object value) {
        return value instanceof Double number && number.isNaN();
    }

    private enum Kind {
        NUMBER(Number.class),
        BOOLEAN(Boolean.class),
        INSTANT(Instant.class),
        STRING(String.class),
        STATE(TaskState.class),
        OTHER(Object.class);

        private static final List<Kind> ALL = List.of(values());

        private final Class<?> type;

        Kind(Class<?> type) {
            this.type = type;
        }

        static Kind of(Object value) {
            for (Kind kind : ALL) {
                if (kind.type.isInstance(value)) {
                    return kind;
                }
            }
            return OTHER;
        }
    }
}
