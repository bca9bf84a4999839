package io.rush.core.launch;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;

/** Draws worker ids: {@code w} and ten random characters, short enough to type and too many to meet. */
public final class WorkerIds {
    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private WorkerIds() {}

    static List<String> draw(int number) {
        return IntStream.range(0, number).mapToObj(i -> draw()).toList();
    }

    /** One id. */
    public static String draw() {
        StringBuilder id = new StringBuilder("w");
        RANDOM.ints(LENGTH, 0, Character.MAX_RADIX)
                .forEach(digit -> id.append(Character.forDigit(digit, Character.MAX_RADIX)));
        return id.toString();
    }
}
