package io.rush.bench.figure;

/** What a JVM costs that does nothing. */
public final class EmptyProgram {
    private EmptyProgram() {}

    /** Ends at once. */
    public static void main(String[] arguments) {}
}
