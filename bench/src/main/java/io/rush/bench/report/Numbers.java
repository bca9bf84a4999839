package io.rush.bench.report;

import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {
    private static final double WHOLE = 1_000;
    private static final double TENTHS = 100;

    private Numbers() {}

    /** Three or more significant digits, none that say nothing. */
    static String text(double value) {
        if (value == Math.rint(value) || Math.abs(value) >= WHOLE) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) >= TENTHS ? "%.1f" : "%.2f", value);
    }
}
