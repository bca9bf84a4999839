package io.rush.core.launch;

import io.rush.api.error.WorkerException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A worker in a JVM of its own. Killing it destroys the process and all its descendants. */
final class ProcessWorker implements LocalWorker {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String id;
    private final Process process;
    private final ErrorOutput errors;
    private final JvmCommand command;
    private final boolean supervised;
    private volatile boolean killed;
    private boolean retired;

    ProcessWorker(String id, Process process, ErrorOutput errors, JvmCommand command, boolean supervised) {
        this.id = id;
        this.process = process;
        this.errors = errors;
        this.command = command;
        this.supervised = supervised;
    }

    /** Has the loss reported as soon as the process ends; a report never throws. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void observe(LossReport losses) {
        process.onExit().thenRunAsync(() -> settle(losses), ProcessWorker::onDaemonThread);
    }

    private static void onDaemonThread(Runnable task) {
        Thread thread = new Thread(task, "rush-worker-end");
        thread.setDaemon(true);
        thread.start();
    }

    /** Whoever killed the worker has taken it off the network already, and may have closed the connection since. */
    private void settle(LossReport losses) {
        command.close();
        report(losses);
        errors.end();
    }

    private synchronized void report(LossReport losses) {
        if (!killed && !retired) {
            losses.ended(id, ExitCode.inWords(process.exitValue()));
        }
    }

    @Override
    public synchronized void retire() {
        retired = true;
    }

    @Override
    public boolean isSupervised() {
        return supervised;
    }

    @Override
    public Optional<String> end() {
        return process.isAlive() ? Optional.empty() : Optional.of(ExitCode.inWords(process.exitValue()));
    }

    @Override
    public void kill() {
        killed = killed || process.isAlive();
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        command.close();
    }

    @Override
    public Optional<WorkerException> failure() {
        return killed || !endsSoon() ? Optional.empty() : Optional.of(describe());
    }

    /** A worker whose loop failed leaves the network first and ends its process then. */
    private boolean endsSoon() {
        try {
            return process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private WorkerException describe() {
        int code = process.exitValue();
        String end = errors.end().strip();
        String output = end.isEmpty()
                ? "; it wrote nothing to " + errors.name()
                : "; the end of its " + errors.name() + ":\n" + end;
        return new WorkerException(id, code, "its process ended with " + ExitCode.inWords(code) + output);
    }
}
