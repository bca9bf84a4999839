package io.rush.bench.figure;

/** What a JVM costs that does nothing. */
final class EmptyProgram {
    private EmptyProgram() {}

    public static void main(String[] arguments) {}
}
