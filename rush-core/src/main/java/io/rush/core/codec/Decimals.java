package io.rush.core.codec;

import java.math.BigInteger;

/**
 * The double nearest to a decimal number, found from its leading 64 bits. Where these do not decide, which is about once
 * in a thousand times, the answer is NaN.
 */
final class Decimals {
    /** Powers of ten in this range of exponents are doubles. */
    private static final int EXACT_POWER = 22;

    private static final long EXACT_DIGITS = 1L << 53;
    private static final double[] POWERS_OF_TEN = new double[EXACT_POWER + 1];

    private static final int GREATEST_POWER = 40;
    /** By exponent of ten, its least first: the leading 64 bits of the power of five, the rest cut off. */
    private static final long[] LEADING_BITS = new long[2 * GREATEST_POWER + 1];
    /** By exponent of ten: what the leading bits have to be shifted by to be the power of ten. */
    private static final int[] SHIFTS = new int[2 * GREATEST_POWER + 1];

    private static final int MANTISSA_BITS = 52;
    /** Bits of a product's upper half that do not fit into a double: the highest bit is set. */
    private static final int SPARE_BITS = Long.SIZE - MANTISSA_BITS - 1;

    private static final long SPARE_MASK = (1L << SPARE_BITS) - 1;
    private static final long HALF = 1L << (SPARE_BITS - 1);

    static {
        POWERS_OF_TEN[0] = 1;
        for (int i = 1; i <= EXACT_POWER; i++) {
            POWERS_OF_TEN[i] = POWERS_OF_TEN[i - 1] * 10;
        }
        for (int exponent = -GREATEST_POWER; exponent <= GREATEST_POWER; exponent++) {
            BigInteger power = BigInteger.TEN.pow(Math.abs(exponent));
            // A negative power is taken as a whole number of 2^-scale with at least 64 bits.
            int scale = exponent < 0 ? power.bitLength() + Long.SIZE : 0;
            BigInteger scaled = exponent < 0 ? BigInteger.ONE.shiftLeft(scale).divide(power) : power;
            int surplus = scaled.bitLength() - Long.SIZE;
            LEADING_BITS[exponent + GREATEST_POWER] = scaled.shiftRight(surplus).longValue();
            SHIFTS[exponent + GREATEST_POWER] = surplus - scale;
        }
    }

    private Decimals() {}

    /** {@code digits * 10^exponent}; the digits are not negative. NaN if the answer has to be found by other means. */
    static double nearest(long digits, int exponent) {
        if (digits < EXACT_DIGITS && exponent <= EXACT_POWER && exponent >= -EXACT_POWER) {
            return exponent < 0 ? digits / POWERS_OF_TEN[-exponent] : digits * POWERS_OF_TEN[exponent];
        } else if (digits == 0 || exponent > GREATEST_POWER || exponent < -GREATEST_POWER) {
            return Double.NaN;
        }
        return approximate(digits, exponent + GREATEST_POWER);
    }

    /** What was cut off makes the upper half of the product too small, by less than three; never too great. */
    private static double approximate(long digits, int power) {
        int zeros = Long.numberOfLeadingZeros(digits);
        long factor = digits << zeros;
        long upper = multiplyHigh(factor, LEADING_BITS[power]);
        int shift = Long.SIZE + SHIFTS[power] - zeros;
        if (upper > 0) {
            upper = (upper << 1) | ((factor * LEADING_BITS[power]) >>> (Long.SIZE - 1));
            shift--;
        }
        long spare = upper & SPARE_MASK;
        if (spare >= HALF - 2 && spare <= HALF) {
            return Double.NaN;
        }
        long mantissa = (upper >>> SPARE_BITS) + (spare > HALF ? 1 : 0);
        return mantissa * Double.longBitsToDouble((long) (shift + SPARE_BITS + Double.MAX_EXPONENT) << MANTISSA_BITS);
    }

    private static long multiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> (Long.SIZE - 1)) & b) + ((b >> (Long.SIZE - 1)) & a);
    }
}
