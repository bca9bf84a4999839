package io.rush.loop.process.host;

import io.rush.loop.process.system.CrashFile;
import io.rush.loop.process.system.ExitWords;
import io.rush.loop.process.system.Kindred;
import io.rush.loop.process.system.OutputPump;
import io.rush.loop.process.wire.ChildExit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The process of a child, with its outputs and what it started. Thread-safe. */
final class ChildProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Process process;
    private final Kindred kindred;
    private final OutputPump errors;

    private ChildProcess(Process process, Kindred kindred) {
        this.process = process;
        this.kindred = kindred;
        String name = "rush-child-" + process.pid();
        this.errors = OutputPump.start(name + "-err", process.getErrorStream(), () -> System.err);
        OutputPump.start(name + "-out", process.getInputStream(), () -> System.out);
    }

    /**
     * Starts it with an empty standard input.
     *
     * @param mark what the environment of all that it starts has in it
     */
    static ChildProcess start(ProcessBuilder builder, String mark) throws IOException {
        Process process = builder.start();
        process.getOutputStream().close();
        return new ChildProcess(process, new Kindred(mark));
    }

    /** Has something done when it ends, or at once if it has ended. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void onExit(Runnable action) {
        process.onExit().thenRun(action);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it and all that it started; they are gone afterwards, unless the system keeps them. */
    void kill() {
        awaitEnd(Duration.ZERO);
    }

    /** Gives it a while to end by itself, then kills it if need be, and what it left behind. */
    void awaitEnd(Duration grace) {
        List<ProcessHandle> descendants = process.descendants().toList();
        if (!hasEndedWithin(grace)) {
            process.destroyForcibly();
        }
        kindred.kill(descendants);
        hasEndedWithin(PATIENCE);
    }

    /** An interrupted thread does not wait, and stays interrupted. */
    private boolean hasEndedWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How it ended, in words that follow "the child JVM"; one that goes on although it should not is killed. */
    String obituary(Path crashFiles) throws InterruptedException {
        boolean ended = process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        kill();
        if (!ended) {
            return "broke the connection to its worker and was killed";
        }
        String crash = CrashFile.take(crashFiles, process.pid());
        String end = errors.end(PATIENCE);
        return words(process.exitValue())
                + (crash.isEmpty() ? "" : "; what the JVM reports:\n" + crash)
                + (end.isEmpty() ? "; it wrote nothing to standard error" : "; the end of its standard error:\n" + end);
    }

    private static String words(int code) {
        return code == ChildExit.OUT_OF_MEMORY
                ? "ran out of memory; the loop option 'heap' gives it more, as in heap=2g"
                : ExitWords.of(code);
    }
}
