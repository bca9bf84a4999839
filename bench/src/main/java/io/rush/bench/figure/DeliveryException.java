package io.rush.bench.figure;

/** Tasks or results were missing, doubled or wrong: whatever was measured does not count. */
public final class DeliveryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DeliveryException(String message) {
        super(message);
    }

    /** Insists on a condition. */
    public static void require(boolean condition, String message) {
        if (!condition) {
            throw new DeliveryException(message);
        }
    }

    /** Insists on a number. */
    static void requireEqual(String what, long expected, long found) {
        require(expected == found, what + ": expected " + expected + ", found " + found);
    }
}
