package io.rush.it.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A function that waits at the {@link Gate}.
 *
 * @param line its connection
 * @param reader what it says
 * @param task key of the task that it evaluates
 * @param processId where it is evaluated
 * @param note what else it said, or nothing
 */
record Visitor(Socket line, BufferedReader reader, String task, long processId, String note) implements AutoCloseable {

    /** Nothing if it was gone before it had said its task. */
    static Optional<Visitor> welcome(Socket line, Duration patience) throws IOException {
        line.setSoTimeout(Math.toIntExact(patience.toMillis()));
        BufferedReader reader = new BufferedReader(new InputStreamReader(line.getInputStream(), UTF_8));
        Optional<String> said = Optional.ofNullable(firstLine(reader));
        if (said.isEmpty()) {
            line.close();
        }
        return said.map(text -> text.split(" ", 3))
                .map(words -> new Visitor(line, reader, words[0], Long.parseLong(words[1]), words[2]));
    }

    private static @Nullable String firstLine(BufferedReader reader) throws IOException {
        try {
            return reader.readLine();
        } catch (SocketException reset) {
            return null;
        }
    }

    void letGo() {
        try {
            line.getOutputStream().write(1);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Returns once the function is gone, by itself or with its process. */
    void awaitEnd() {
        try {
            if (reader.readLine() != null) {
                throw new AssertionError("task " + task + " says more than it should");
            }
        } catch (SocketException reset) {
            // gone as well
        } catch (IOException late) {
            throw new AssertionError("task " + task + " is still evaluated in process " + processId, late);
        }
    }

    @Override
    public void close() {
        try {
            line.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
    }
}
