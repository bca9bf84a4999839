package io.rush.store.jedis;

import io.rush.api.error.StoreException;
import io.rush.api.store.RedisReply;
import java.net.SocketTimeoutException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** What goes wrong with one server, in rush's words. Knows the address, never the credentials. Immutable. */
final class StoreFailures {
    private final String address;

    StoreFailures(String address) {
        this.address = address;
    }

    /** Redis' own words, without anything Jedis may have put around them. */
    static String wordsOf(JedisDataException refused) {
        String message = refused.getMessage();
        return message == null ? "ERR without a message" : message;
    }

    StoreException refused(String operation, JedisDataException cause) {
        return refused(operation, wordsOf(cause), cause);
    }

    StoreException refused(String operation, String words, @Nullable JedisDataException cause) {
        String mend = words.startsWith("MOVED ") ? " (this server is part of a cluster: use redis-cluster://)" : "";
        return new StoreException(operation, isPassing(words), words + mend, cause);
    }

    StoreException lost(String operation, JedisException cause) {
        String what = isTimeout(cause)
                ? "no reply in time from Redis at " + address + "; it may have executed the command"
                : "the connection to Redis at " + address + " broke; try again when the server is up";
        return new StoreException(operation, true, what, cause);
    }

    StoreException unreachable(JedisException cause) {
        return unreachable(cause, false);
    }

    StoreException unreachable(JedisException cause, boolean tls) {
        return new StoreException(opening(), !Unreached.isForGood(cause), Unreached.reason(cause, tls), cause);
    }

    /** Redis refused the handshake; its own words stand first. */
    StoreException unwelcome(JedisDataException cause) {
        String words = wordsOf(cause);
        boolean passing = isPassing(words) || words.contains("max number of clients");
        return new StoreException(opening(), passing, words + mend(words), cause);
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

    static boolean isTimeout(JedisException cause) {
        return Causes.contains(cause, SocketTimeoutException.class);
    }
}
