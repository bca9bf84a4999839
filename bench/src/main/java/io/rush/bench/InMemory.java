package io.rush.bench;

import java.io.IOException;
import org.openjdk.jmh.Main;

/** Runs the JMH benchmarks with JMH's own command line: {@code -l} lists them, {@code -h} helps. */
public final class InMemory {
    private InMemory() {}

    /** Arguments are those of JMH. */
    public static void main(String[] arguments) throws IOException {
        Main.main(arguments);
    }
}
