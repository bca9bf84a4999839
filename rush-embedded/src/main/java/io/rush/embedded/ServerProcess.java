package io.rush.embedded;

import io.rush.api.error.ConfigurationException;
import java.util.concurrent.TimeUnit;

/** One run of the server, from its launch to its end. */
final class ServerProcess {
    private static final int START_SECONDS = 30;
    private static final int STOP_SECONDS = 10;

    private final Process process;
    private final ServerOutput output;
    private final int port;

    private ServerProcess(Process process, ServerOutput output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    static ServerProcess of(Process process, int port) {
        return new ServerProcess(process, ServerOutput.of(process), port);
    }

    long id() {
        return process.pid();
    }

    /** Whether the server answers; if it does not in time, it is ended. */
    boolean becomesReady() {
        // Its own word first: another server could answer on a port that was taken in between.
        boolean ready = output.awaitReady(START_SECONDS) && Ping.isAnswered(port, START_SECONDS);
        if (!ready) {
            kill();
        }
        return ready;
    }

    /** Whether the cause of the failure was a passing one, so that another launch on another port is worth a try. */
    boolean mayStartAnotherTime() {
        // A fresh binary is busy while a process that was forked during its extraction still has it open.
        return output.contains("Could not create server TCP listening socket") || output.contains("Text file busy");
    }

    ConfigurationException failure() {
        return new ConfigurationException("redis-server did not start on port " + port + " ("
                + (process.isAlive() ? "it still runs" : "exit code " + process.exitValue())
                + "); mend what its output names, or set REDIS_URL to use another server. The end of its output:\n"
                + output.tail());
    }

    /** Through the handle, since the process itself would close the streams and lose the last of the output. */
    void stop() {
        process.toHandle().destroy();
        if (!endsInTime()) {
            kill();
        }
    }

    void kill() {
        process.toHandle().destroyForcibly();
        endsInTime();
    }

    private boolean endsInTime() {
        process.onExit()
                .completeOnTimeout(process, STOP_SECONDS, TimeUnit.SECONDS)
                .join();
        return !process.isAlive();
    }
}
