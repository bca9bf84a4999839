package io.rush.store.lettuce;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisReply;
import java.net.UnknownHostException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What goes wrong with one server, in rush's words. Knows the address, never the credentials. Immutable. */
final class StoreFailures {
    private final String address;

    /** @param address how messages name the server */
    StoreFailures(String address) {
        this.address = address;
    }

    /** What one thread was told, for another that waited for the same. */
    static RuntimeException again(CompletionException told) {
        if (told.getCause() instanceof StoreException failure) {
            String words = String.valueOf(failure.getMessage())
                    .substring(failure.operation().length() + 2);
            return new StoreException(failure.operation(), failure.isRetryable(), words, failure);
        }
        return told;
    }

    StoreException refused(String operation, RedisReply.Failure failure) {
        String words = failure.message();
        String mend = words.startsWith("MOVED ") ? " (this server is part of a cluster: use redis-cluster://)" : "";
        return new StoreException(operation, isPassing(words), words + mend, null);
    }

    StoreException lost(String operation, LostException cause) {
        String what = cause.isTimeout()
                ? "no reply in time from Redis at " + address + "; it may have executed the command"
                : "the connection to Redis at " + address + " broke; try again when the server is up";
        return new StoreException(operation, true, what, cause);
    }

    StoreException unreachable(Throwable cause) {
        return new StoreException(opening(), true, reason(cause), cause);
    }

    /** Redis refused the handshake; its own words stand first. */
    StoreException unwelcome(String words) {
        boolean passing = isPassing(words) || words.contains("max number of clients");
        return new StoreException(opening(), passing, words + mend(words), null);
    }

    StoreException closed(String operation) {
        return new StoreException(operation, false, "the store on Redis at " + address + " is closed", null);
    }

    StoreException crowded(String operation, int bound) {
        String what = "all " + bound + " connections to Redis at " + address
                + " were in use for too long; call from fewer threads at once";
        return new StoreException(operation, true, what, null);
    }

    private String opening() {
        return "connecting to Redis at " + address;
    }

    /** Redis before 7.0 passes on what a command within a script was told. */
    private static boolean isPassing(String words) {
        return new RedisReply.Failure(words).isPassing() || words.contains("-READONLY ");
    }

    private static String mend(String words) {
        if (words.startsWith("WRONGPASS")) {
            return " (check the user and the password)";
        }
        if (words.startsWith("NOAUTH")) {
            return " (this server wants a password: give one)";
        }
        if (words.startsWith("ERR AUTH")) {
            return " (this server has no password: leave it out)";
        }
        return words.contains("DB index") ? " (choose a database this server has)" : "";
    }

    private static String reason(Throwable cause) {
        if (Causes.contains(cause, UnknownHostException.class)) {
            return "the host is unknown; check its name";
        }
        if (isTimeout(cause)) {
            return "no answer in time; check host, port and firewall";
        }
        String detail = Causes.deepest(cause);
        if (Causes.contains(cause, SSLException.class)) {
            return detail + mendOfTls(detail);
        }
        return detail + "; start the server, or check host and port";
    }

    private static String mendOfTls(String detail) {
        if (detail.contains("certification path") || detail.contains("trust")) {
            return "; the server's certificate is not trusted: give its authority's by trustStore";
        }
        if (detail.contains("subject alternative") || detail.contains("No name matching")) {
            return "; the certificate is for other hosts: use a name that it holds, or verifyHost=false";
        }
        return "; check that the port speaks TLS, and whether it wants a client's certificate (keyStore)";
    }

    private static boolean isTimeout(Throwable cause) {
        return Causes.contains(cause, TimeoutException.class)
                || Causes.deepest(cause).contains("timed out");
    }
}
