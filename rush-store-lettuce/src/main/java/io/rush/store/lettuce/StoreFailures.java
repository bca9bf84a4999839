package io.rush.store.lettuce;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisReply;
import java.net.UnknownHostException;
import java.util.List;
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
        return told.getCause() instanceof RuntimeException other ? other : told;
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

    /** What passes when a failover is over. */
    StoreException notYet(String what) {
        return new StoreException(opening(), true, what + "; try again when the failover is over", null);
    }

    /** No sentinel named the primary: each is silent, or does not know it. */
    StoreException noPrimary(String master, List<StoreException> silent) {
        String what = silent.isEmpty()
                ? "the sentinels watch no master named '" + master + "'; check the name"
                : "no sentinel named the primary; " + silent.get(0).getMessage();
        boolean retryable = silent.stream().anyMatch(StoreException::isRetryable);
        StoreException failure =
                new StoreException(opening(), retryable, what, silent.isEmpty() ? null : silent.get(0));
        silent.forEach(failure::addSuppressed);
        return failure;
    }

    /** No node of a cluster said where the slots are. */
    StoreException noNode(List<StoreException> silent) {
        boolean retryable = silent.stream().allMatch(StoreException::isRetryable);
        String first = silent.isEmpty()
                ? "there is none"
                : String.valueOf(silent.get(0).getMessage());
        String mend = first.contains("cluster support disabled") ? " (use redis://)" : "";
        String what = "no node of the cluster answered; " + first + mend;
        StoreException failure = new StoreException(opening(), retryable, what, null);
        silent.forEach(failure::addSuppressed);
        return failure;
    }

    /** A script waits until its keys are all on one node again. */
    StoreException moving(String operation, int slot) {
        String what = "slot " + slot + " of the cluster is being moved to another node, and a script may need keys on"
                + " both; try again when it has moved";
        return new StoreException(operation, true, what, null);
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
        return new RedisReply.Failure(words).isPassing();
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
