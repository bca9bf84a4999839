package io.rush.core.launch;

import io.rush.api.RushWorker;
import io.rush.api.error.WorkerException;
import io.rush.core.capture.Capture;
import io.rush.core.workload.StartArguments;
import io.rush.core.workload.WorkerRun;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A worker in a daemon thread of this JVM. Killing it interrupts the thread; one that ignores this goes on, although
 * nothing it hands in counts any more.
 */
final class ThreadWorker implements LocalWorker, Runnable {
    private final String id;
    private final StartArguments arguments;
    private final WorkerConnector connector;
    private final WorkerRun run;
    private final LossReport losses;
    private final Thread thread;
    private volatile boolean killed;
    private boolean retired;
    private volatile @Nullable Throwable thrown;

    private ThreadWorker(
            String id, StartArguments arguments, WorkerConnector connector, WorkerRun run, LossReport losses) {
        this.id = id;
        this.arguments = arguments;
        this.connector = connector;
        this.run = run;
        this.losses = losses;
        this.thread = new Thread(this, "rush-worker-" + id);
    }

    static ThreadWorker start(
            String id,
            StartArguments arguments,
            WorkerConnector connector,
            WorkerRun run,
            LossReport losses,
            ClassLoader classLoader) {
        ThreadWorker worker = new ThreadWorker(id, arguments, connector, run, losses);
        worker.thread.setDaemon(true);
        worker.thread.setContextClassLoader(classLoader);
        worker.thread.start();
        return worker;
    }

    @Override
    public void run() {
        try {
            RushWorker worker = connector.connect(id, arguments, how -> kill());
            work(worker);
        } catch (Throwable broken) {
            fail(broken);
        } finally {
            Capture.endOfThread();
        }
    }

    private void work(RushWorker worker) {
        try {
            run.with(worker);
        } catch (Throwable broken) {
            fail(broken);
        } finally {
            if (!killed) {
                worker.close();
            }
        }
    }

    /** Whoever killed the worker has taken it off the network already, and may have closed the connection since. */
    private synchronized void fail(Throwable broken) {
        if (killed || retired) {
            return;
        }
        if (thrown == null) {
            thrown = broken;
        }
        // The flag of an interrupted thread must not keep the report from getting through.
        Thread.interrupted();
        losses.ended(id, broken.toString());
    }

    @Override
    public boolean isSupervised() {
        return arguments.supervised();
    }

    @Override
    public synchronized void retire() {
        retired = true;
    }

    @Override
    public Optional<String> end() {
        return thread.isAlive()
                ? Optional.empty()
                : Optional.of(
                        Optional.ofNullable(thrown).map(Throwable::toString).orElse("its thread has ended"));
    }

    @Override
    public void kill() {
        killed = true;
        thread.interrupt();
    }

    @Override
    public Optional<WorkerException> failure() {
        return Optional.ofNullable(thrown)
                .map(cause -> new WorkerException(id, "its thread ended with " + cause, cause));
    }
}
