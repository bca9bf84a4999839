package io.rush.store.jedis;

import java.util.List;
import java.util.Set;
import redis.clients.jedis.exceptions.JedisDataException;

/** What a server says that is not, or not yet, the one that holds the data. */
final class Failover {
    private static final Set<String> SIGNS =
            Set.of("READONLY", "MASTERDOWN", "LOADING", "UNBLOCKED", "CLUSTERDOWN", "TRYAGAIN");

    /** How Redis before 7.0 says it from within a script. */
    private static final String IN_A_SCRIPT = "-READONLY ";

    private Failover() {}

    static boolean isSeenIn(String words) {
        return SIGNS.contains(firstWord(words)) || words.contains(IN_A_SCRIPT);
    }

    /** The same call may succeed elsewhere, so a pipeline ends as a whole with the first such reply. */
    static void throwIfSeen(List<Object> replies) {
        for (Object reply : replies) {
            if (reply instanceof JedisDataException refused && isSeenIn(StoreFailures.wordsOf(refused))) {
                throw refused;
            }
        }
    }

    static String firstWord(String words) {
        int end = words.indexOf(' ');
        return end < 0 ? words : words.substring(0, end);
    }
}
