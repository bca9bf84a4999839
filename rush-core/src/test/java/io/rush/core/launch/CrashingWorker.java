package io.rush.core.launch;

/** A worker's JVM that ends at once with words and a code. */
public final class CrashingWorker {
    private CrashingWorker() {}

    public static void main(String[] arguments) {
        System.err.println("no licence for " + arguments[0]);
        System.exit(7);
    }
}
