package io.rush.core.launch;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ends this JVM when the process that started it is gone, even if that was killed with SIGKILL: standard input is a pipe
 * that only that process holds, and the system closes it with the process.
 */
final class Supervision {
    private final InputStream pipe;

    private Supervision(InputStream pipe) {
        this.pipe = pipe;
    }

    /** Watches standard input on a daemon thread; what else reads it sees its end. */
    static void start() {
        Supervision supervision = new Supervision(System.in);
        System.setIn(InputStream.nullInputStream());
        Thread thread = new Thread(supervision::watch, "rush-supervision");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            byte[] ignored = new byte[64];
            int count = 0;
            while (count >= 0) {
                count = pipe.read(ignored);
            }
        } catch (IOException broken) {
            // A pipe that cannot be read has no other end any more.
        } finally {
            end(ExitCode.PARENT_GONE);
        }
    }

    /** Halts this JVM and what it started, without shutdown hooks: they could wait for what will not come any more. */
    static void end(int exitCode) {
        try {
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        } finally {
            Runtime.getRuntime().halt(exitCode);
        }
    }
}
