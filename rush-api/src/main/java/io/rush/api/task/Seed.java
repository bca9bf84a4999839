package io.rush.api.task;

import io.rush.api.error.ConfigurationException;
import java.util.Arrays;
import java.util.List;

/**
 * State of a random stream of L'Ecuyer's MRG32k3a, as seven integers in R's form: the code of the generator kind, then
 * the six words of the state, signed. Immutable.
 *
 * <p>Streams and sub-streams are those of R's {@code parallel::nextRNGStream} and {@code nextRNGSubStream}. Source: P.
 * L'Ecuyer, R. Simard, E. J. Chen, W. D. Kelton, "An Object-Oriented Random-Number Package with Many Long Streams and
 * Substreams", Operations Research 50(6), 2002.
 */
public final class Seed {
    private static final int WORDS = 6;
    /** The last two digits of R's code name the generator; 7 is L'Ecuyer-CMRG. */
    private static final int GENERATOR_DIGITS = 100;

    private static final int LECUYER_CMRG = 7;

    private final int[] values;

    private Seed(int[] values) {
        this.values = values;
    }

    /**
     * A seed from R's seven integers, for example {@code .Random.seed}.
     *
     * @throws ConfigurationException unless there are seven, the first names L'Ecuyer-CMRG and the others form a state
     *     that the generator can be in
     */
    public static Seed of(int... values) {
        if (values.length != WORDS + 1) {
            throw new ConfigurationException("a seed has 7 integers, not " + values.length);
        }
        if (values[0] % GENERATOR_DIGITS != LECUYER_CMRG) {
            throw new ConfigurationException("the first integer of a seed must be the code of L'Ecuyer-CMRG, such as"
                    + " 10407; found " + values[0]);
        }
        Seed seed = new Seed(values.clone());
        if (!MultipleRecursiveGenerator.isValidState(seed.state())) {
            throw new ConfigurationException("the six words of the seed " + seed + " are not a state of MRG32k3a: each"
                    + " group of three must be below its modulus and not all zero");
        }
        return seed;
    }

    /** The first state of the next stream, 2^127 steps ahead. */
    public Seed nextStream() {
        return with(MultipleRecursiveGenerator.STREAM.apply(state()));
    }

    /** The first state of the next sub-stream, 2^76 steps ahead. */
    public Seed nextSubStream() {
        return with(MultipleRecursiveGenerator.SUB_STREAM.apply(state()));
    }

    /** The seven integers; the list cannot be changed. */
    public List<Integer> values() {
        return Arrays.stream(values).boxed().toList();
    }

    private long[] state() {
        long[] state = new long[WORDS];
        for (int i = 0; i < WORDS; i++) {
            state[i] = Integer.toUnsignedLong(values[i + 1]);
        }
        return state;
    }

    private Seed with(long[] state) {
        int[] next = values.clone();
        for (int i = 0; i < WORDS; i++) {
            next[i + 1] = (int) state[i];
        }
        return new Seed(next);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Seed seed && Arrays.equals(values, seed.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
