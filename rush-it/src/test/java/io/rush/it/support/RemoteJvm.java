package io.rush.it.support;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The process of a remote worker; nobody observes it but its heartbeat. Killed when it is closed. */
public final class RemoteJvm implements AutoCloseable {
    private final Process process;

    private RemoteJvm(Process process) {
        this.process = process;
    }

    /** Starts a worker that beats each second and counts as dead after three. */
    public static RemoteJvm start(TestNetwork network, String workerId, String... jvmOptions) throws IOException {
        List<String> line = new ArrayList<>(List.of(Jvm.java(), "-cp", String.join(File.pathSeparator, Jvm.path())));
        line.addAll(List.of(jvmOptions));
        line.addAll(
                List.of("io.rush.core.WorkerMain", network.id(), "--remote", "--id", workerId, "--heartbeat", "1/3"));
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectOutput(Redirect.DISCARD).redirectError(Redirect.INHERIT);
        builder.environment().put("RUSH_REDIS_URL", network.url());
        return new RemoteJvm(builder.start());
    }

    public long processId() {
        return process.pid();
    }

    /** Kills it as the system would (SIGKILL). */
    public void kill() {
        process.destroyForcibly();
    }

    /** Sends a signal by its name. */
    public void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start();
        if (kill.waitFor() != 0) {
            throw new IllegalStateException("no signal " + name + " for process " + process.pid());
        }
    }

    /** Its exit code, once it has ended. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new AssertionError("process " + process.pid() + " did not end within a minute");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
