package io.rush.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Reads everything a server prints, keeps the end of it, and notices when the server says it is ready. Thread-safe. */
final class ServerOutput {
    private static final int LINES_KEPT = 30;
    private static final Pattern BAD_DIRECTIVE = Pattern.compile("^(>>> '\\S+) .*");

    private final Deque<String> end = new ArrayDeque<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

    private ServerOutput() {}

    static ServerOutput of(Process process) {
        ServerOutput output = new ServerOutput();
        Thread reader = new Thread(() -> output.readAll(process), "rush-redis-output-" + process.pid());
        reader.setDaemon(true);
        reader.start();
        return output;
    }

    /** Waits for the server's word that it is ready; false if it ended before or took too long. */
    boolean awaitReady(int seconds) {
        return ready.copy().completeOnTimeout(false, seconds, TimeUnit.SECONDS).join();
    }

    synchronized String tail() {
        return end.isEmpty() ? "(nothing)" : String.join("\n", end);
    }

    boolean contains(String text) {
        return tail().contains(text);
    }

    private void readAll(Process process) {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(this::add);
        } catch (IOException | UncheckedIOException e) {
            add("(the output ended with " + e.getMessage() + ")");
        } finally {
            ready.complete(false);
        }
    }

    private void add(String line) {
        keep(withoutValues(line));
        if (line.toLowerCase(Locale.ROOT).contains("ready to accept connections") || line.contains("Sentinel ID is")) {
            ready.complete(true);
        }
    }

    private synchronized void keep(String line) {
        if (end.size() == LINES_KEPT) {
            end.removeFirst();
        }
        end.addLast(line);
    }

    /** The server repeats a line of its configuration that it refuses; its values may be a password. */
    private static String withoutValues(String line) {
        return BAD_DIRECTIVE.matcher(line).replaceFirst("$1 ...'");
    }
}
