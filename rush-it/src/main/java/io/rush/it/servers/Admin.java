package io.rush.it.servers;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.rush.api.store.RedisCommand;
import io.rush.api.store.RedisReply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Speaks to one server on its plain port, past every store and whatever the server is part of; connects again when the
 * server has been away. Thread-safe.
 */
public final class Admin implements AutoCloseable {
    /** The name under which servers list its connection. */
    public static final String NAME = "admin-of-tests";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private final List<String> credentials;
    private Optional<Resp> connection = Optional.empty();

    private Admin(int port, List<String> credentials) {
        this.port = port;
        this.credentials = credentials;
    }

    /** To a server that asks for nothing. */
    public static Admin of(int port) {
        return new Admin(port, List.of());
    }

    /** To a server that asks for a user. */
    public static Admin of(int port, String user, String password) {
        return new Admin(port, List.of(user, password));
    }

    /** The reply; what Redis refused is one too. */
    public synchronized RedisReply ask(RedisCommand command) {
        boolean fresh = connection.isEmpty();
        try {
            return connected().send(command);
        } catch (IOException lost) {
            disconnect();
            if (fresh) {
                throw new UncheckedIOException("the server on port " + port + " does not answer", lost);
            }
            return ask(command);
        }
    }

    /** Sends a command that is written in one line, split at spaces, and that Redis must accept. */
    public RedisReply send(String line) {
        RedisReply reply = ask(command(line));
        if (reply instanceof RedisReply.Failure failure) {
            throw new IllegalStateException(line + " was refused: " + failure.message());
        }
        return reply;
    }

    private static RedisCommand command(String line) {
        String[] words = line.split(" ", -1);
        return RedisCommand.of(words[0], Arrays.copyOfRange(words, 1, words.length));
    }

    /** Asks again and again until the answer is as wanted; an error is no answer. */
    public void await(String line, Predicate<RedisReply> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(line, wanted)) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("the answer to " + line + " did not become what was wanted");
            }
            LockSupport.parkNanos(MILLISECONDS.toNanos(5));
        }
    }

    private boolean holds(String line, Predicate<RedisReply> wanted) {
        try {
            RedisReply reply = ask(command(line));
            return !(reply instanceof RedisReply.Failure) && wanted.test(reply);
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private Resp connected() throws IOException {
        if (connection.isEmpty()) {
            Resp opened = Resp.to(port);
            connection = Optional.of(opened);
            if (!credentials.isEmpty()) {
                opened.send(RedisCommand.of("AUTH", credentials.toArray(String[]::new)));
            }
            opened.send(RedisCommand.of("CLIENT", "SETNAME", NAME));
        }
        return connection.get();
    }

    private void disconnect() {
        connection.ifPresent(Resp::close);
        connection = Optional.empty();
    }

    @Override
    public synchronized void close() {
        disconnect();
    }

    @Override
    public String toString() {
        return "port " + port;
    }
}
