package io.rush.api.task;

import java.util.random.RandomGenerator;

/**
 * A stream of random numbers of L'Ecuyer's MRG32k3a, which R calls L'Ecuyer-CMRG; begins at a {@link Seed}. Not
 * thread-safe.
 *
 * <p>{@link #nextDouble()} is R's {@code unif_rand()} bit for bit: one step of the generator, above 0, below 1, with a
 * resolution of 32 bits. All else is built on the same steps and has no counterpart in R. One step has 2^32 - 209
 * outcomes, so it makes no 32 even bits: integers are put together from pieces of at most 24 bits, one step each, and a
 * step is repeated (once in 256) where its outcome would make some pieces more likely than others. {@link #nextInt()}
 * takes two pieces, {@link #nextLong()} three; what {@link RandomGenerator} defines by these three methods follows.
 *
 * <p>Source: P. L'Ecuyer, "Good Parameters and Implementations for Combined Multiple Recursive Random Number
 * Generators", Operations Research 47(1), 1999.
 */
public final class RandomStream implements RandomGenerator {
    /** The same double as the 2.328306549295727688e-10 of R. */
    private static final double NORM = 1.0 / (MultipleRecursiveGenerator.M1 + 1);

    private static final int PIECE_BITS = 24;
    /** The most numbers of {@link #PIECE_BITS} bits that outcomes are shared out to evenly, and how many go to each. */
    private static final long SHARE = MultipleRecursiveGenerator.M1 >>> PIECE_BITS;

    private static final long EVEN = SHARE << PIECE_BITS;

    private final int kind;
    private long x0;
    private long x1;
    private long x2;
    private long y0;
    private long y1;
    private long y2;

    RandomStream(int kind, long[] state) {
        this.kind = kind;
        this.x0 = state[0];
        this.x1 = state[1];
        this.x2 = state[2];
        this.y0 = state[3];
        this.y1 = state[4];
        this.y2 = state[5];
    }

    /** The state before the next number; a generator that begins with it goes on where this one stands. */
    public Seed seed() {
        return Seed.ofState(kind, x0, x1, x2, y0, y1, y2);
    }

    @Override
    public double nextDouble() {
        return step() * NORM;
    }

    @Override
    public int nextInt() {
        return piece(16) << 16 | piece(16);
    }

    @Override
    public long nextLong() {
        return (long) piece(22) << 42 | (long) piece(21) << 21 | piece(21);
    }

    private int piece(int bits) {
        long outcome = step() - 1;
        while (outcome >= EVEN) {
            outcome = step() - 1;
        }
        return (int) (outcome / SHARE) >>> (PIECE_BITS - bits);
    }

    /** The next outcome, from 1 to M1. */
    private long step() {
        long x = Math.floorMod(
                MultipleRecursiveGenerator.A12 * x1 - MultipleRecursiveGenerator.A13 * x0,
                MultipleRecursiveGenerator.M1);
        x0 = x1;
        x1 = x2;
        x2 = x;
        long y = Math.floorMod(
                MultipleRecursiveGenerator.A21 * y2 - MultipleRecursiveGenerator.A23 * y0,
                MultipleRecursiveGenerator.M2);
        y0 = y1;
        y1 = y2;
        y2 = y;
        return x > y ? x - y : x - y + MultipleRecursiveGenerator.M1;
    }

    @Override
    public String toString() {
        return "RandomStream" + seed();
    }
}
