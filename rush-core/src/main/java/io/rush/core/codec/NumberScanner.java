package io.rush.core.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Reads JSON numbers without boxing or copying: a literal without fraction and exponent is a long, every other the
 * double nearest to it. The text must go on with something that is no digit. For one thread.
 */
final class NumberScanner {
    /** So many digits fit into a long. */
    private static final int SAFE_DIGITS = 18;

    private static final int LONGEST_EXPONENT = 4;

    private int end;
    private long digits;
    private int exponent;
    private boolean isWhole;
    private long whole;
    private double decimal;

    /** Reads the number that begins at an index; false if there is none, or one so long that it is rare. */
    boolean scan(byte[] text, int from) {
        boolean negative = text[from] == '-';
        int first = negative ? from + 1 : from;
        digits = 0;
        exponent = 0;
        end = first;
        int integers = readDigits(text);
        if (integers == 0 || (integers > 1 && text[first] == '0')) {
            return false;
        }
        isWhole = text[end] != '.' && !isExponent(text[end]);
        if (isWhole) {
            whole = negative ? -digits : digits;
            return integers <= SAFE_DIGITS;
        }
        if (!readFraction(text)) {
            return false;
        }
        boolean fits = integers - exponent <= SAFE_DIGITS || significantDigits(text, first) <= SAFE_DIGITS;
        if (!readExponent(text)) {
            return false;
        }
        double size = fits ? Decimals.nearest(digits, exponent) : Double.NaN;
        if (Double.isNaN(size)) {
            decimal = Double.parseDouble(new String(text, from, end - from, ISO_8859_1));
        } else {
            decimal = negative ? -size : size;
        }
        return true;
    }

    /** Index after the number. */
    int end() {
        return end;
    }

    boolean isWhole() {
        return isWhole;
    }

    long whole() {
        return whole;
    }

    double decimal() {
        return decimal;
    }

    private static boolean isExponent(byte character) {
        return character == 'e' || character == 'E';
    }

    /** Appends digits to those read; too many of them overflow. */
    private int readDigits(byte[] text) {
        int position = end;
        long read = digits;
        int digit = text[position] - '0';
        while (digit >= 0 && digit <= 9) {
            read = read * 10 + digit;
            digit = text[++position] - '0';
        }
        int count = position - end;
        digits = read;
        end = position;
        return count;
    }

    private boolean readFraction(byte[] text) {
        if (text[end] != '.') {
            return true;
        }
        end++;
        int fractions = readDigits(text);
        exponent = -fractions;
        return fractions > 0;
    }

    private boolean readExponent(byte[] text) {
        if (!isExponent(text[end])) {
            return true;
        }
        end++;
        boolean negative = text[end] == '-';
        if (negative || text[end] == '+') {
            end++;
        }
        long mantissa = digits;
        digits = 0;
        int length = readDigits(text);
        exponent += (int) (negative ? -digits : digits);
        digits = mantissa;
        return length > 0 && length <= LONGEST_EXPONENT;
    }

    /** Number of digits between an index and the end, without the zeros in front of them. */
    private int significantDigits(byte[] text, int first) {
        int count = 0;
        for (int i = first; i < end; i++) {
            if (text[i] != '.' && (count > 0 || text[i] != '0')) {
                count++;
            }
        }
        return count;
    }
}
