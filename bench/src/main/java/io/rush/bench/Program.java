package io.rush.bench;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** How a program of the bench ends: with exit code 1 if it fails, 2 if the arguments are bad. */
final class Program {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Program() {}

    /**
     * Runs a program; ends the JVM where that fails, with one line that says why.
     *
     * @param options reads the arguments
     */
    static <O> void run(String name, Supplier<O> options, Consumer<O> work) {
        O parsed;
        try {
            parsed = options.get();
        } catch (IllegalArgumentException bad) {
            end(MISUSED, name, bad);
            return;
        }
        try {
            work.accept(parsed);
        } catch (RuntimeException failure) {
            end(FAILED, name, failure);
        }
    }

    private static void end(int exitCode, String name, RuntimeException cause) {
        System.err.println(name + " failed: " + cause.getMessage());
        System.exit(exitCode);
    }
}
