package io.rush.store.jedis;

import io.rush.api.error.StoreException;
import io.rush.api.store.ServerAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** What goes wrong with one server, in rush's words. Knows the address, never the credentials. Immutable. */
final class StoreFailures {
    /** States of a server that pass by themselves: a start, a failover, a long script. */
    private static final Set<String> PASSING =
            Set.of("LOADING", "MASTERDOWN", "READONLY", "BUSY", "TRYAGAIN", "CLUSTERDOWN", "NOREPLICAS", "UNKILLABLE");

    private final ServerAddress address;

    StoreFailures(ServerAddress address) {
        this.address = address;
    }

    /** Redis' own words, without anything Jedis may have put around them. */
    static String wordsOf(JedisDataException refused) {
        String message = refused.getMessage();
        return message == null ? "ERR without a message" : message;
    }

    StoreException refused(String operation, JedisDataException cause) {
        String words = wordsOf(cause);
        return new StoreException(operation, isPassing(words), words, cause);
    }

    StoreException lost(String operation, JedisException cause) {
        String what = isTimeout(cause)
                ? "no reply in time from Redis at " + address + "; it may have executed the command"
                : "the connection to Redis at " + address + " broke; try again when the server is up";
        return new StoreException(operation, true, what, cause);
    }

    StoreException unreachable(JedisException cause) {
        return new StoreException(opening(), true, reason(cause), cause);
    }

    /** Redis refused the handshake; its own words stand first. */
    StoreException unwelcome(JedisDataException cause) {
        String words = wordsOf(cause);
        boolean passing = isPassing(words) || words.contains("max number of clients");
        return new StoreException(opening(), passing, words + mend(words), cause);
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
        int end = words.indexOf(' ');
        return PASSING.contains(end < 0 ? words : words.substring(0, end));
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

    private static String reason(JedisException cause) {
        if (Causes.contains(cause, UnknownHostException.class)) {
            return "the host is unknown; check its name";
        }
        if (isTimeout(cause)) {
            return "no answer in time; check host, port and firewall";
        }
        String detail = Causes.deepest(cause);
        return detail + "; start the server, or check host and port";
    }

    static boolean isTimeout(JedisException cause) {
        return Causes.contains(cause, SocketTimeoutException.class);
    }
}
