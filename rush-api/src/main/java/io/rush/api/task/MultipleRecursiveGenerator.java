package io.rush.api.task;

import java.util.Arrays;

/** The arithmetic of MRG32k3a: its two recurrences as matrices, and jumps by powers of two. */
final class MultipleRecursiveGenerator {
    static final long M1 = 4_294_967_087L;
    static final long M2 = 4_294_944_443L;

    /** The recurrences are {@code x[n] = A12 x[n-2] - A13 x[n-3] mod M1} and {@code y[n] = A21 y[n-1] - A23 y[n-3] mod M2}. */
    static final long A12 = 1_403_580;

    static final long A13 = 810_728;
    static final long A21 = 527_612;
    static final long A23 = 1_370_589;

    static final Jump STREAM = Jump.ofPowerOfTwo(127);
    static final Jump SUB_STREAM = Jump.ofPowerOfTwo(76);

    private static final int ORDER = 3;

    private MultipleRecursiveGenerator() {}

    static boolean isValidState(long[] state) {
        return isValid(Arrays.copyOfRange(state, 0, ORDER), M1)
                && isValid(Arrays.copyOfRange(state, ORDER, 2 * ORDER), M2);
    }

    private static boolean isValid(long[] component, long modulus) {
        return Arrays.stream(component).allMatch(word -> word < modulus)
                && Arrays.stream(component).anyMatch(word -> word != 0);
    }

    /** A jump ahead in the sequence: one transition matrix a component. */
    record Jump(Matrix first, Matrix second) {
        static Jump ofPowerOfTwo(int exponent) {
            Matrix first = new Matrix(new long[][] {{0, 1, 0}, {0, 0, 1}, {M1 - A13, A12, 0}}, M1);
            Matrix second = new Matrix(new long[][] {{0, 1, 0}, {0, 0, 1}, {M2 - A23, 0, A21}}, M2);
            for (int i = 0; i < exponent; i++) {
                first = first.squared();
                second = second.squared();
            }
            return new Jump(first, second);
        }

        long[] apply(long[] state) {
            long[] next = new long[2 * ORDER];
            first.multiply(state, next, 0);
            second.multiply(state, next, ORDER);
            return next;
        }
    }

    /** A square matrix over the integers modulo a number below 2^32, so that products fit an unsigned long. */
    @SuppressWarnings("ArrayRecordComponent")
    record Matrix(long[][] cells, long modulus) {
        Matrix squared() {
            long[][] product = new long[ORDER][ORDER];
            for (int row = 0; row < ORDER; row++) {
                for (int column = 0; column < ORDER; column++) {
                    long sum = 0;
                    for (int k = 0; k < ORDER; k++) {
                        sum = (sum + times(cells[row][k], cells[k][column])) % modulus;
                    }
                    product[row][column] = sum;
                }
            }
            return new Matrix(product, modulus);
        }

        void multiply(long[] vector, long[] result, int offset) {
            for (int row = 0; row < ORDER; row++) {
                long sum = 0;
                for (int k = 0; k < ORDER; k++) {
                    sum = (sum + times(cells[row][k], vector[offset + k])) % modulus;
                }
                result[offset + row] = sum;
            }
        }

        private long times(long a, long b) {
            return Long.remainderUnsigned(a * b, modulus);
        }
    }
}
