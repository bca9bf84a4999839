package io.rush.core.table;

import java.math.BigDecimal;

/** Compares numbers of the value model by value, without rounding. NaN is not for it. */
final class NumberOrder {
    /** The least double that is beyond all longs. */
    private static final double BEYOND_LONG = 0x1p63;

    private NumberOrder() {}

    static int compare(Number a, Number b) {
        if (a instanceof Double left && b instanceof Double right) {
            return compareDoubles(left, right);
        } else if (a instanceof Long left && b instanceof Long right) {
            return Long.compare(left, right);
        } else if (a instanceof Long left && b instanceof Double right) {
            return compareMixed(left, right);
        } else if (a instanceof Double left && b instanceof Long right) {
            return -compareMixed(right, left);
        }
        return compareExactly(a, b);
    }

    /** Zeros are equal, whatever their sign. */
    static int compareDoubles(double a, double b) {
        return a < b ? -1 : a > b ? 1 : 0;
    }

    private static int compareMixed(long a, double b) {
        if (b >= BEYOND_LONG) {
            return -1;
        } else if (b < -BEYOND_LONG) {
            return 1;
        }
        long whole = (long) b;
        return a == whole ? compareDoubles((double) whole, b) : Long.compare(a, whole);
    }

    /** An infinity is only ever in one place: two doubles are compared elsewhere. */
    private static int compareExactly(Number a, Number b) {
        if (isInfinite(a)) {
            return a.doubleValue() < 0 ? -1 : 1;
        } else if (isInfinite(b)) {
            return b.doubleValue() < 0 ? 1 : -1;
        }
        return exact(a).compareTo(exact(b));
    }

    private static boolean isInfinite(Number number) {
        return number instanceof Double value && value.isInfinite();
    }

    private static BigDecimal exact(Number number) {
        return number instanceof Double ? new BigDecimal(number.doubleValue()) : new BigDecimal(number.toString());
    }
}
