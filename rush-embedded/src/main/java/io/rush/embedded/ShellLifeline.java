package io.rush.embedded;

import io.rush.api.error.ConfigurationException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A shell that reads a pipe from this JVM. The operating system closes the pipe however the JVM ends, and the shell then
 * kills the server and removes the directory. Thread-safe.
 */
final class ShellLifeline implements Lifeline {
    private static final String SHELL = "/bin/sh";

    private static final String WATCH = """
            trap '' HUP INT QUIT TERM
            watched=
            while read -r verb id; do
                case $verb in
                    watch) watched=$id ;;
                    forget) if [ "$watched" = "$id" ]; then watched=; fi ;;
                esac
            done
            if [ -n "$watched" ]; then kill -9 "$watched"; fi
            rm -rf "$1"
            """;

    /** Waits for a line before it becomes the server, so there is no server that the watching shell does not know. */
    private static final String LAUNCH = "read -r go && exec \"$@\" </dev/null";

    private static final int END_SECONDS = 10;

    private final Process watcher;

    private ShellLifeline(Process watcher) {
        this.watcher = watcher;
    }

    static boolean isPossible() {
        return Files.isExecutable(Path.of(SHELL));
    }

    static ShellLifeline over(Path directory) {
        try {
            return new ShellLifeline(new ProcessBuilder(SHELL, "-c", WATCH, "rush-redis-watch", directory.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new ConfigurationException(
                    "the shell that ends the Redis server with this JVM did not start: " + e.getMessage(), e);
        }
    }

    @Override
    public Process launch(List<String> command) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(SHELL, "-c", LAUNCH, "rush-redis"));
        arguments.addAll(command);
        Process process =
                new ProcessBuilder(arguments).redirectErrorStream(true).start();
        // A server that is not watched never gets its line, only the end of its input.
        try (OutputStream input = process.getOutputStream()) {
            tellWatcher("watch " + process.pid());
            input.write("go\n".getBytes(StandardCharsets.US_ASCII));
        }
        var unused = process.onExit().thenAccept(this::forget);
        return process;
    }

    /** An id is free for another process once its own has ended. */
    private void forget(Process ended) {
        try {
            tellWatcher("forget " + ended.pid());
        } catch (IOException e) {
            // The watching shell has ended, so there is nobody left who would kill.
            return;
        }
    }

    private synchronized void tellWatcher(String line) throws IOException {
        OutputStream pipe = watcher.getOutputStream();
        pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        pipe.flush();
    }

    @Override
    public synchronized void close() {
        try {
            watcher.getOutputStream().close();
        } catch (IOException e) {
            watcher.destroyForcibly();
        }
        watcher.onExit()
                .completeOnTimeout(watcher, END_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
