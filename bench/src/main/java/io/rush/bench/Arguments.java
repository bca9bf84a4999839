package io.rush.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The arguments of a program, taken one after the other; not for several threads. */
final class Arguments {
    private final Deque<String> left;

    Arguments(String... arguments) {
        this.left = new ArrayDeque<>(List.of(arguments));
    }

    /** Whether none is left. */
    boolean isEmpty() {
        return left.isEmpty();
    }

    /** The name of what comes next. */
    String name() {
        return left.pop();
    }

    /** The value that follows a name. */
    String value(String name) {
        if (left.isEmpty() || left.peek().startsWith("--")) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return left.pop();
    }

    /** The number of 1 or more that follows a name. */
    int positive(String name) {
        return atLeast(1, name);
    }

    /** The number that follows a name. */
    int atLeast(int least, String name) {
        String value = value(name);
        try {
            int number = Integer.parseInt(value);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(name + " needs a number, not '" + value + "'", noNumber);
        }
        throw new IllegalArgumentException(name + " needs a number of " + least + " or more, not " + value);
    }
}
