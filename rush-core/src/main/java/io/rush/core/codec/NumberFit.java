package io.rush.core.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Converts numbers of the value model to other kinds where nothing is lost. */
final class NumberFit {
    /** Every whole number below is a double. */
    private static final long EXACT_DOUBLE = 1L << 53;
    /** No long has more digits. */
    private static final long LONG_DIGITS = 19;

    private NumberFit() {}

    /** The number as the boxed class asked for, or null if it does not fit. */
    static @Nullable Object convert(Number number, Class<?> target) {
        if (target == Double.class) {
            return toDouble(number);
        } else if (target == Float.class) {
            return toFloat(number);
        } else if (target == BigDecimal.class) {
            return isFinite(number) ? decimal(number) : null;
        } else if (target == BigInteger.class) {
            return number instanceof BigInteger ? number : bigInteger(toLong(number));
        }
        Long whole = toLong(number);
        return whole == null ? null : narrow(whole, target);
    }

    /** The number as a long, or null if that is not exact. */
    static @Nullable Long toLong(Number number) {
        if (number instanceof Long) {
            return number.longValue();
        }
        if (!isFinite(number)) {
            return null;
        }
        BigDecimal exact = number instanceof Double ? new BigDecimal(number.doubleValue()) : decimal(number);
        if ((long) exact.precision() - exact.scale() > LONG_DIGITS) {
            return null;
        }
        try {
            return exact.longValueExact();
        } catch (ArithmeticException fractionOrTooLarge) {
            return null;
        }
    }

    private static @Nullable Double toDouble(Number number) {
        double value = number.doubleValue();
        if (number instanceof Double || (number instanceof Long && Math.abs(value) < EXACT_DOUBLE)) {
            return value;
        }
        return Double.isFinite(value) && new BigDecimal(value).compareTo(decimal(number)) == 0 ? value : null;
    }

    /** A float was stored as the double nearest to its text, see {@link JsonValues}. */
    private static @Nullable Float toFloat(Number number) {
        Double wide = toDouble(number);
        if (wide == null) {
            return null;
        }
        float value = wide.floatValue();
        boolean same = wide.compareTo((double) value) == 0 || wide == Double.parseDouble(Float.toString(value));
        return same ? value : null;
    }

    private static @Nullable BigInteger bigInteger(@Nullable Long whole) {
        return whole == null ? null : BigInteger.valueOf(whole);
    }

    private static boolean isFinite(Number number) {
        return !(number instanceof Double) || Double.isFinite(number.doubleValue());
    }

    /** A double's shortest text, which reads back as the same double. */
    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
    }

    private static @Nullable Object narrow(long whole, Class<?> target) {
        if (target == Long.class) {
            return whole;
        } else if (target == Integer.class) {
            return (int) whole == whole ? (Object) (int) whole : null;
        } else if (target == Short.class) {
            return (short) whole == whole ? (Object) (short) whole : null;
        } else if (target == Byte.class) {
            return (byte) whole == whole ? (Object) (byte) whole : null;
        }
        return null;
    }
}
