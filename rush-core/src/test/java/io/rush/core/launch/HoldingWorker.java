package io.rush.core.launch;

import java.io.IOException;

/** A worker's JVM that does nothing but hold a line to the test; supervised if it is asked to. */
public final class HoldingWorker {
    static final String PORT = "TEST_PORT";
    static final String SUPERVISED = "TEST_SUPERVISED";

    private HoldingWorker() {}

    public static void main(String[] arguments) throws IOException {
        if (System.getenv(SUPERVISED) != null) {
            Supervision.start();
        }
        LifeLine.hold(Integer.parseInt(System.getenv(PORT)));
    }
}
