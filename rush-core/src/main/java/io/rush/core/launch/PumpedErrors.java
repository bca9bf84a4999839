package io.rush.core.launch;

import java.time.Duration;

/** Standard error that was copied to the one of this JVM; its end is kept. */
final class PumpedErrors implements ErrorOutput {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Tail tail = new Tail();
    private final LinePump pump;

    private PumpedErrors(String workerId, Process process) {
        this.pump = LinePump.start("rush-stderr-" + workerId, process.getErrorStream(), line -> {
            tail.add(line);
            System.err.println(workerId + ": " + line);
        });
    }

    /** Copies both outputs of a process to those of this JVM, standard error with the worker's id in front. */
    static PumpedErrors copy(String workerId, Process process) {
        LinePump.start("rush-stdout-" + workerId, process.getInputStream(), line -> System.out.println(line));
        return new PumpedErrors(workerId, process);
    }

    @Override
    public String end() {
        pump.awaitEnd(PATIENCE);
        return tail.text();
    }
}
