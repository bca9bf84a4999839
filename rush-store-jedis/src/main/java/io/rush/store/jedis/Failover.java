package io.rush.store.jedis;

import io.rush.api.store.RedisReply;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a server says that is not, or not yet, the one that holds the data: it is not to be asked again. */
final class Failover {
    private static final Set<String> SIGNS = Set.of("READONLY", "MASTERDOWN", "LOADING", "UNBLOCKED", "CLUSTERDOWN");

    /** How Redis before 7.0 says it from within a script. */
    private static final String IN_A_SCRIPT = "-READONLY ";

    private Failover() {}

    static boolean isSeenIn(String words) {
        return Stream.of(words.split(" ", 2)).limit(1).anyMatch(SIGNS::contains) || words.contains(IN_A_SCRIPT);
    }

    static boolean isSeenIn(List<RedisReply> replies) {
        return replies.stream()
                .anyMatch(reply -> reply instanceof RedisReply.Failure failure && isSeenIn(failure.message()));
    }
}
